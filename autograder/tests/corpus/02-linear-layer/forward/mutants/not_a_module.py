"""The class is an ordinary Python class with a __call__.

verdict: failed
idea: not-a-module
"""

import torch
from torch import nn


class Linear:
    def __init__(self, in_features, out_features):
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def __call__(self, x):
        return x @ self.weight.T + self.bias
