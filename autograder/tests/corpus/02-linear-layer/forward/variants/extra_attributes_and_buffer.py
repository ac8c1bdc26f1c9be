"""The layer counts its calls in a buffer and has attributes, a property and a __repr__ of its own.

verdict: passed
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

        self.register_buffer("calls", torch.zeros((), dtype=torch.long))
        self.history = []
        self.note = {"made by": "me"}

    @property
    def size(self):
        return self.in_features * self.out_features + self.out_features

    def __len__(self):
        return self.out_features

    def __repr__(self):
        return f"my layer {self.in_features} -> {self.out_features}"

    def forward(self, x):
        self.calls += 1
        self.history.append(tuple(x.shape))
        return x @ self.weight.T + self.bias
