"""Even numbers with a standard deviation of 0.1.

verdict: failed
idea: not-normal
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        bound = 0.1 * 3**0.5
        self.weight = nn.Parameter(torch.rand(out_features, in_features) * 2 * bound - bound)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
