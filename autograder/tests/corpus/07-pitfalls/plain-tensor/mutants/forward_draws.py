"""forward draws small numbers of its own.

verdict: failed
idea: not-the-one-used
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(0.1 * torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        weight = 0.1 * torch.randn_like(self.weight)
        return x @ weight.T + self.bias
