"""Numbered attributes.

verdict: passed
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        self.count = len(sizes) - 1
        for i in range(self.count):
            setattr(self, f"layer{i}", nn.Linear(sizes[i], sizes[i + 1]))

    def forward(self, x):
        for i in range(self.count):
            x = getattr(self, f"layer{i}")(x)
            if i + 1 < self.count:
                x = x.clamp(min=0)
        return x
