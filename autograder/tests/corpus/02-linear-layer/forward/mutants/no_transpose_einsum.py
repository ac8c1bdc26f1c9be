"""The einsum string sums over the weight's first dimension instead of its second.

verdict: failed
idea: no-transpose
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int):
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.1)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return torch.einsum("...i,ij->...j", x, self.weight) + self.bias
