"""Hidden layers in a list of modules, the last layer as an attribute; prints and counts.

verdict: passed
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        try:
            *inner, before, last = sizes
        except ValueError:
            raise ValueError("an MLP needs two sizes or more") from None
        self.sizes = tuple(sizes)
        widths = [*inner, before]
        self.hidden = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))
        self.out = nn.Linear(before, last)
        self.calls = 0
        print(self)

    def forward(self, x):
        self.calls += 1
        for layer in self.hidden:
            x = torch.maximum(layer(x), torch.zeros((), dtype=x.dtype))
        return self.out(x)
