"""The batch comes back as (N, 1, out).

verdict: failed
idea: extra-dimension
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x.unsqueeze(-2) @ self.weight.T + self.bias
