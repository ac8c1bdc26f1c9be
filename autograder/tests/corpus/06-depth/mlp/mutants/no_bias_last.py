"""The last layer has no bias.

verdict: failed
idea: no-bias
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        last = len(sizes) - 2
        self.layers = nn.ModuleList(
            nn.Linear(sizes[i], sizes[i + 1], bias=i < last) for i in range(last + 1)
        )

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
