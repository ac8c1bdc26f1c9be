"""The flag is kept on the class, so that the last layer decides for all.

verdict: failed
idea: flag-shared

Right as long as all layers of a program have the same flag.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None
        Linear.use_bias = bias

    def forward(self, x):
        y = x @ self.weight.T
        if Linear.use_bias and self.bias is not None:
            y = y + self.bias
        return y
