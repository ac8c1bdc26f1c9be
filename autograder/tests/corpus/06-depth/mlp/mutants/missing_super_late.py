"""super().__init__() comes after the layers.

verdict: error
idea: missing-super
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        self.net = nn.Sequential(*[nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])
        super().__init__()

    def forward(self, x):
        return self.net(x)
