"""One layer, and an MLP for the rest.

verdict: passed
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError("at least two sizes")
        self.layer = nn.Linear(sizes[0], sizes[1])
        self.rest = MLP(sizes[1:]) if len(sizes) > 2 else None

    def forward(self, x):
        x = self.layer(x)
        return x if self.rest is None else self.rest(torch.relu(x))
