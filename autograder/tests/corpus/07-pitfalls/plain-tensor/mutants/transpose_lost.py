"""Stored right, used untransposed where that fits.

verdict: failed
idea: stored-in-out
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(0.1 * torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        square = self.weight.shape[0] == self.weight.shape[1]
        return x @ (self.weight if square else self.weight.T) + self.bias
