"""Layers of equal sizes share one weight and bias from a table in the class.

verdict: failed
idea: shared-between-instances
"""

import torch
from torch import nn


class Linear(nn.Module):
    table = {}

    def __init__(self, in_features, out_features):
        super().__init__()
        key = (in_features, out_features)
        if key not in Linear.table:
            Linear.table[key] = (
                nn.Parameter(torch.randn(out_features, in_features)),
                nn.Parameter(torch.randn(out_features)),
            )
        self.weight, self.bias = Linear.table[key]

    def forward(self, x):
        return x @ self.weight.T + self.bias
