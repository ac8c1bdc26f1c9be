"""A layer with one output gives (N,) instead of (N, 1).

verdict: failed
idea: squeezed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T + self.bias
        if self.weight.shape[0] == 1:
            y = y.squeeze(-1)
        return y
