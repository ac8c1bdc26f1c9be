"""Parts of the rule sit in submodules that hold no parameters.

verdict: passed
"""

import torch
from torch import nn


class Multiply(nn.Module):
    def forward(self, x, weight):
        return torch.matmul(x, weight.T)


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.multiply = Multiply()
        self.end = nn.Identity()

    def forward(self, x):
        return self.end(self.multiply(x, self.weight) + self.bias)
