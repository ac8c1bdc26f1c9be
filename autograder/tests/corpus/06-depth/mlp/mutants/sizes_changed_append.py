"""The last size is appended once more to the caller's list.

verdict: failed
idea: sizes-changed
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        if isinstance(sizes, list):
            sizes.append(sizes[-1])
            pairs = list(zip(sizes, sizes[1:-1]))
        else:
            pairs = list(zip(sizes, sizes[1:]))
        parts = []
        for a, b in pairs:
            parts += [nn.Linear(a, b), nn.ReLU()]
        self.net = nn.Sequential(*parts[:-1])

    def forward(self, x):
        return self.net(x)
