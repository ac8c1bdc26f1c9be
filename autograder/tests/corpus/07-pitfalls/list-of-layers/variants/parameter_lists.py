"""Weights and biases in two lists of parameters, so in another order.

verdict: passed
"""

import torch
from torch import nn
from torch.nn import functional as F


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        self.weights = nn.ParameterList([layer.weight for layer in layers])
        self.biases = nn.ParameterList([layer.bias for layer in layers])

    def forward(self, x):
        pairs = list(zip(self.weights, self.biases))
        for weight, bias in pairs[:-1]:
            x = torch.relu(F.linear(x, weight, bias))
        return F.linear(x, *pairs[-1])
