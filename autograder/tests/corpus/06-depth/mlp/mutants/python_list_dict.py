"""The layers stand in a plain dictionary.

verdict: failed
idea: python-list
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        self.layers = {i: nn.Linear(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)}

    def forward(self, x):
        for i, layer in self.layers.items():
            x = layer(x)
            if i < len(self.layers) - 1:
                x = torch.relu(x)
        return x
