"""A list holds one number for all outputs.

verdict: failed
idea: offset-hidden

It adds an offset with a bias too.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None
        self.more = nn.ParameterList([torch.zeros(1)])

    def forward(self, x):
        y = x @ self.weight.T + self.more[0]
        return y if self.bias is None else y + self.bias
