"""The parameter is large, and made small in each call.

verdict: failed
idea: scale-in-forward


weight must hold the numbers that are used.
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x @ (0.1 * self.weight).T + self.bias
