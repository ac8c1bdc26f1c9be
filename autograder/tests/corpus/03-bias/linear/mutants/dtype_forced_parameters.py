"""The parameters are float32 whatever the default is.

verdict: failed
idea: dtype-forced
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features, dtype=torch.float32))
        self.bias = nn.Parameter(torch.randn(out_features, dtype=torch.float32)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        if self.bias is not None:
            y = y + self.bias
        return y
