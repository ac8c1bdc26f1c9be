"""A method of the class is called linear, another F.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def linear(self, x):
        return x @ self.weight.T

    def F(self, x):
        return self.linear(x) + self.bias

    def forward(self, x):
        return self.F(x)
