"""The weights are registered and the biases are not.

verdict: failed
idea: only-some-registered
"""

from torch import nn
from torch.nn import functional as F


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        self.weights = nn.ParameterList([layer.weight for layer in layers])
        self.biases = [layer.bias for layer in layers]

    def forward(self, x):
        for weight, bias in list(zip(self.weights, self.biases))[:-1]:
            x = F.linear(x, weight, bias).relu()
        return F.linear(x, self.weights[-1], self.biases[-1])
