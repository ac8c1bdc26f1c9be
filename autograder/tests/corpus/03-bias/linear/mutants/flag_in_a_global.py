"""The flag is kept in a global variable.

verdict: failed
idea: flag-shared
"""

import torch
from torch import nn


use_bias = True


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        global use_bias
        use_bias = bias
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y + self.bias if use_bias and self.bias is not None else y
