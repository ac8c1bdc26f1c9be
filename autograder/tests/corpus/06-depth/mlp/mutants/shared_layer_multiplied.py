"""A list with one hidden layer, times the number of hidden layers, where they are equal.

verdict: failed
idea: shared-layer
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        if len(set(sizes)) == 1:
            layers = [nn.Linear(sizes[0], sizes[0])] * (len(sizes) - 1)
        else:
            layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
