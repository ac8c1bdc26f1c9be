"""The rows are read from memory as if they always lay side by side.

verdict: failed
idea: contiguous-only
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.dim() == 2:
            x = x.as_strided(x.shape, (x.shape[1], 1))
        return x @ self.weight.T + self.bias
