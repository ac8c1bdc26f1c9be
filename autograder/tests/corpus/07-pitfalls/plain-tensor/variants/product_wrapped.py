"""The product of a parameter is wrapped once more.

verdict: passed
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        full = nn.Parameter(torch.randn(out_features, in_features))
        self.weight = nn.Parameter((0.1 * full).detach())
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
