"""Parameters of the right shapes are registered, and other ones compute.

verdict: failed
idea: not-the-ones-used
"""

import copy

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        self.registered = nn.ModuleList(copy.deepcopy(self.layers))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = layer(x).relu()
        return self.layers[-1](x)
