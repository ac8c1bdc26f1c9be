"""A row of ones stands where x is due, left over from trying things out.

verdict: failed
idea: input-unused
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        x = torch.ones_like(x)
        return x @ self.weight.T + self.bias
