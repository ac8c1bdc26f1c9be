"""The bias is not added any more.

verdict: failed
idea: bias-lost
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(0.1 * torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x @ self.weight.T
