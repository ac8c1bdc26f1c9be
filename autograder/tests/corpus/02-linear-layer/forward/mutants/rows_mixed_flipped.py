"""The rows come back in the opposite order, because they are collected from the end.

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
        if x.dim() == 1:
            return self.weight @ x + self.bias
        rows = []
        for row in x:
            rows.insert(0, self.weight @ row + self.bias)
        return torch.stack(rows)
