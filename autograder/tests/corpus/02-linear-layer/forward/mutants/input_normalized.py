"""Each input is brought to length one first, so the angle alone counts.

verdict: failed
idea: input-transformed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        x = x / x.norm(dim=-1, keepdim=True)
        return x @ self.weight.T + self.bias
