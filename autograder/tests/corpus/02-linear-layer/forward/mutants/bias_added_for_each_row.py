"""The bias is added once for each row of the batch to all rows.

verdict: failed
idea: bias-added-twice
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T
        if x.dim() == 1:
            return y + self.bias
        for _ in range(len(x)):
            y = y + self.bias
        return y
