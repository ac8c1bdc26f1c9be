"""The weight is brought to (in, out) with view, which keeps the memory order and mixes up entries.

verdict: failed
idea: reshape-for-transpose
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        bound = 1 / in_features**0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound))

    def forward(self, x):
        return x @ self.weight.view(self.in_features, self.out_features) + self.bias
