"""Named parts in an OrderedDict.

verdict: passed
"""

from collections import OrderedDict

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        parts = OrderedDict()
        for i in range(1, len(sizes)):
            parts[f"fc{i}"] = nn.Linear(sizes[i - 1], sizes[i])
            if i != len(sizes) - 1:
                parts[f"act{i}"] = nn.ReLU()
        self.stack = nn.Sequential(parts)

    def forward(self, x):
        return self.stack(x)
