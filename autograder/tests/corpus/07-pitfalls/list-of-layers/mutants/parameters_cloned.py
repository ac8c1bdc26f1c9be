"""Clones of the parameters are registered for the count.

verdict: failed
idea: not-the-ones-used
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        tensors = [p for layer in self.layers for p in layer.parameters()]
        self.all = nn.ParameterList([nn.Parameter(p.detach().clone()) for p in tensors])

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = layer(x).relu()
        return self.layers[-1](x)
