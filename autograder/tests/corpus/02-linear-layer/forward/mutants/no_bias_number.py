"""The bias is the Python number 0.

verdict: failed
idea: no-bias
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = 0.0

    def forward(self, x):
        return x @ self.weight.T + self.bias
