"""The list is turned into a ModuleList by the first call.

verdict: failed
idea: registered-late
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.waiting = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        self.layers = None

    def forward(self, x):
        if self.layers is None:
            self.layers = nn.ModuleList(self.waiting)
        for layer in self.layers[:-1]:
            x = layer(x).relu()
        return self.layers[-1](x)
