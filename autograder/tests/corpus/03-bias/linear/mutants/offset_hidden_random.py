"""Without a bias a random constant is added.

verdict: partly
idea: offset-hidden
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None
        self.shift = torch.randn(out_features)

    def forward(self, x):
        y = x @ self.weight.T
        return y + self.shift.to(x.dtype) if self.bias is None else y + self.bias
