"""Two Python loops, one over the rows and one over the outputs.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def neuron(self, x, j):
        total = self.bias[j]
        for i in range(len(x)):
            total = total + self.weight[j, i] * x[i]
        return total

    def single(self, x):
        return torch.stack([self.neuron(x, j) for j in range(len(self.bias))])

    def forward(self, x):
        if x.dim() == 1:
            return self.single(x)
        return torch.stack([self.single(row) for row in x])
