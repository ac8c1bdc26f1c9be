"""The large numbers are registered under another name, and weight is made from them.

verdict: failed
idea: other-name


`weight` is no parameter, and once made it does not follow.
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.raw = nn.Parameter(torch.randn(out_features, in_features))
        self.weight = 0.1 * self.raw
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
