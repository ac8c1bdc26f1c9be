"""The layers are built by the first call.

verdict: failed
idea: registered-late
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = sizes

    def forward(self, x):
        if not hasattr(self, "layers"):
            self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(self.sizes, self.sizes[1:]))
        for layer in self.layers[:-1]:
            x = layer(x).relu()
        return self.layers[-1](x)
