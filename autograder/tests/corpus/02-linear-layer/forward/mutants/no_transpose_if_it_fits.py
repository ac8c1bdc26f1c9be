"""The transpose is taken only when x @ weight would not fit, so a square layer goes without it.

verdict: failed
idea: no-transpose
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.shape[-1] == self.weight.shape[0]:
            return x @ self.weight + self.bias
        return x @ self.weight.T + self.bias
