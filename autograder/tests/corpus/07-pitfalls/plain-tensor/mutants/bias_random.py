"""The bias does not start at zero.

verdict: failed
idea: bias-lost
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(0.1 * torch.randn(out_features, in_features))
        self.bias = nn.Parameter(0.1 * torch.randn(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
