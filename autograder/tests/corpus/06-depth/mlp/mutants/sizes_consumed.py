"""The sizes are popped off the caller's list.

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
        rest = sizes if isinstance(sizes, list) else list(sizes)
        parts, a = [], rest.pop(0)
        while rest:
            b = rest.pop(0)
            parts += [nn.Linear(a, b), nn.ReLU()]
            a = b
        self.net = nn.Sequential(*parts[:-1])

    def forward(self, x):
        return self.net(x)
