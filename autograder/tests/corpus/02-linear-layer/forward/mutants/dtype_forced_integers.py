"""The input is cut down to whole numbers.

verdict: failed
idea: dtype-forced
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        x = x.long().to(self.weight.dtype)
        return x @ self.weight.T + self.bias
