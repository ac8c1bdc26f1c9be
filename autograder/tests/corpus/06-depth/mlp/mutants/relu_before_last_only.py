"""ReLU before the last layer only.

verdict: failed
idea: relu-once
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        self.body, self.head = nn.Sequential(*layers[:-1]), layers[-1]

    def forward(self, x):
        if len(self.body):
            x = self.body(x).relu()
        return self.head(x)
