"""The class is not an nn.Module, though it has forward and parameters of its own.

verdict: failed
idea: not-a-module
"""

import torch
from torch import nn


class Linear:
    def __init__(self, in_features, out_features):
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def parameters(self):
        return [self.weight, self.bias]

    def forward(self, x):
        return x @ self.weight.T + self.bias

    __call__ = forward
