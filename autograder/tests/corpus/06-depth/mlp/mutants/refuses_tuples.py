"""Only a list is accepted.

verdict: error
idea: refuses-what-fits
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if not isinstance(sizes, list) or len(sizes) < 2:
            raise ValueError("a list of sizes is needed")
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
