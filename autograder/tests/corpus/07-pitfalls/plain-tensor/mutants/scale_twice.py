"""Small at first, and scaled once more in each call.

verdict: failed
idea: scale-in-forward
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(0.1 * torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return 0.1 * (x @ self.weight.T) + self.bias
