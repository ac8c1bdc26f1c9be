"""nn.Sequential of ReLU, Linear, ReLU, Linear.

verdict: failed
idea: relu-first
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        parts = [m for a, b in zip(sizes, sizes[1:]) for m in (nn.ReLU(), nn.Linear(a, b))]
        self.net = nn.Sequential(*parts)

    def forward(self, x):
        return self.net(x)
