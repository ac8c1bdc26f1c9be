"""The stored weight itself is transposed, so every second call meets it as (in, out).

verdict: failed
idea: parameters-changed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        self.weight.data = self.weight.data.T
        return x @ self.weight + self.bias
