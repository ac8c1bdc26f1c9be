"""The loop starts one layer too late.

verdict: failed
idea: layer-missing
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        parts = []
        for i in range(2, len(sizes)):
            parts += [nn.Linear(sizes[i - 1], sizes[i]), nn.ReLU()]
        self.net = nn.Sequential(*parts[:-1])

    def forward(self, x):
        return self.net(x)
