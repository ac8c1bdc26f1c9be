"""All entries of the weight start at one drawn number.

verdict: failed
idea: initial-values
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        start = torch.rand(1).item()
        self.weight = nn.Parameter(torch.full((out_features, in_features), start))
        self.bias = nn.Parameter(torch.full((out_features,), start))

    def forward(self, x):
        return x @ self.weight.T + self.bias
