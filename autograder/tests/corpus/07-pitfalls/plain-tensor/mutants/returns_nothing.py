"""The result is not returned.

verdict: failed
idea: returns-nothing
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(0.1 * torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        x @ self.weight.T + self.bias
