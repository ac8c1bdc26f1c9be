"""A square layer adds its input to the answer.

verdict: failed
idea: residual-added
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
        return y + x if y.shape == x.shape else y
