"""The bias is None, and another parameter does its work.

verdict: partly
idea: offset-hidden

Zero to start with: right until the first step of training.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None
        self.offset = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        y = x @ self.weight.T + (self.offset if self.bias is None else 0)
        return y if self.bias is None else y + self.bias
