"""add_module and functools.reduce, weights by Kaiming.

verdict: passed
"""

from functools import reduce

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        for i, (a, b) in enumerate(zip(sizes[:-1], sizes[1:])):
            layer = nn.Linear(a, b)
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
            nn.init.zeros_(layer.bias)
            self.add_module(str(i), layer)

    def forward(self, x):
        first, *others = self.children()
        return reduce(lambda h, layer: layer(torch.relu(h)), others, first(x))
