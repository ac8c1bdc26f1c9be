"""super().__init__() is forgotten.

verdict: error
idea: missing-super
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
