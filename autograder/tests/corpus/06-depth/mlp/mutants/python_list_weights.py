"""Plain tensors in a list: no layers and no parameters.

verdict: failed
idea: python-list
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        self.weights = [torch.randn(b, a, requires_grad=True) for a, b in zip(sizes, sizes[1:])]

    def forward(self, x):
        for w in self.weights[:-1]:
            x = torch.relu(x @ w.T)
        return x @ self.weights[-1].T
