"""A parameter first, whose values are then made smaller in place.

verdict: passed
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        with torch.no_grad():
            self.weight *= 0.1
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x.matmul(self.weight.t()) + self.bias
