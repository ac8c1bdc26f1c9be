"""The hidden layers are registered, and the last one is kept in a tuple.

verdict: failed
idea: only-some-registered
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.hidden = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes[:-2], sizes[1:-1]))
        self.last = (nn.Linear(sizes[-2], sizes[-1]),)

    def forward(self, x):
        for layer in self.hidden:
            x = layer(x).relu()
        return self.last[0](x)
