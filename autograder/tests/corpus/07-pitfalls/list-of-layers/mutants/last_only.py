"""The last layer is an attribute, the others stay in a list.

verdict: failed
idea: only-some-registered
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(a, b) for a, b in zip(sizes[:-2], sizes[1:-1])]
        self.last = nn.Linear(sizes[-2], sizes[-1])

    def forward(self, x):
        for layer in self.layers:
            x = layer(x).relu()
        return self.last(x)
