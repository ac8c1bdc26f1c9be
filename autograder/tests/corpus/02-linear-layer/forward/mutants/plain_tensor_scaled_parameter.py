"""A parameter times a number is a plain tensor, so nothing gets registered.

verdict: failed
idea: plain-tensor
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features)) * 0.1
        self.bias = nn.Parameter(torch.randn(out_features)) * 0.1

    def forward(self, x):
        return x @ self.weight.T + self.bias
