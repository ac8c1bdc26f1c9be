"""`[layer] * n` is one layer, n times.

verdict: failed
idea: one-layer-repeated
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(set(sizes)) == 1:
            layers = [nn.Linear(sizes[0], sizes[0])] * (len(sizes) - 1)
        else:
            layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = layer(x).relu()
        return self.layers[-1](x)
