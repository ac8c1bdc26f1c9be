"""The layer brings its own nn.ReLU.

verdict: failed
idea: activation-added
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))
        self.activation = nn.ReLU()

    def forward(self, x):
        return self.activation(x @ self.weight.T + self.bias)
