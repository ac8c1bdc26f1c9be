"""The same numbers in every layer, from a seed inside.

verdict: failed
idea: set-by-hand
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        generator = torch.Generator().manual_seed(0)
        values = torch.randn(out_features, in_features, generator=generator)
        self.weight = nn.Parameter(0.1 * values)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
