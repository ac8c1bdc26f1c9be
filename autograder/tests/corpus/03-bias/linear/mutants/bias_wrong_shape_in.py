"""A number for each input.

verdict: failed
idea: bias-wrong-shape
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(in_features)) if bias else None

    def forward(self, x):
        x = x if self.bias is None else x + self.bias
        return x @ self.weight.T
