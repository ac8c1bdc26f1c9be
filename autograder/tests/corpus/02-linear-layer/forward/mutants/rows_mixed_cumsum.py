"""Each row of the answer also holds all rows before it.

verdict: failed
idea: rows-mixed
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
        return y.cumsum(dim=0) if x.dim() == 2 else y
