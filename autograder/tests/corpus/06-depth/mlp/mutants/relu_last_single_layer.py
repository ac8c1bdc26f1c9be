"""Right, except that a net of a single layer gets a ReLU.

verdict: failed
idea: relu-last
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        parts = [nn.Linear(sizes[0], sizes[1]), nn.ReLU()]
        for a, b in zip(sizes[1:], sizes[2:]):
            parts += [nn.Linear(a, b), nn.ReLU()]
        self.net = nn.Sequential(*(parts[:-1] if len(sizes) > 2 else parts))

    def forward(self, x):
        return self.net(x)
