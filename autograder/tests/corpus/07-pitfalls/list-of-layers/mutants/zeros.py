"""Parameters are made of zeros.

verdict: failed
idea: set-by-hand
"""

import torch
from torch import nn
from torch.nn import functional as F


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = list(zip(sizes, sizes[1:]))
        self.weights = nn.ParameterList([nn.Parameter(torch.zeros(b, a)) for a, b in pairs])
        self.biases = nn.ParameterList([nn.Parameter(torch.zeros(b)) for _, b in pairs])

    def forward(self, x):
        for weight, bias in list(zip(self.weights, self.biases))[:-1]:
            x = F.linear(x, weight, bias).relu()
        return F.linear(x, self.weights[-1], self.biases[-1])
