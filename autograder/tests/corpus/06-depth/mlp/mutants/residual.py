"""The input of each layer is added to its output where the sizes allow it.

verdict: failed
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            y = torch.relu(layer(x))
            x = x + y if x.shape == y.shape else y
        return self.layers[-1](x)
