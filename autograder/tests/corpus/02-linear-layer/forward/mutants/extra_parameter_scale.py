"""A third parameter scales the answer; it starts at one, and training moves it.

verdict: failed
idea: extra-parameter
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, x):
        return self.scale * (x @ self.weight.T + self.bias)
