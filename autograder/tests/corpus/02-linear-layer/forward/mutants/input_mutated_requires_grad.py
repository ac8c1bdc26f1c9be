"""The caller's tensor is told to require a gradient.

verdict: failed
idea: input-mutated

Its values stay, but the argument is not what it was: from now on it records a graph and collects
a .grad.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.is_leaf:
            x.requires_grad_(True)
        return x @ self.weight.T + self.bias
