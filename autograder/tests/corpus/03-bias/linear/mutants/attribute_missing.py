"""Without a bias the attribute is never made.

verdict: partly
idea: attribute-missing
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        if bias:
            self.bias = nn.Parameter(torch.randn(out_features))
        self.use_bias = bias

    def forward(self, x):
        y = x @ self.weight.T
        if self.use_bias:
            y = y + self.bias
        return y
