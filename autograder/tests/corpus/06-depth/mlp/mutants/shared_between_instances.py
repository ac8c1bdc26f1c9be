"""The layers belong to the class, and nets of equal sizes share them.

verdict: failed
idea: shared-between-nets
"""

import torch
from torch import nn


class MLP(nn.Module):
    made = {}

    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        key = tuple(sizes)
        if key not in self.made:
            self.made[key] = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        self.layers = nn.ModuleList(self.made[key])

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
