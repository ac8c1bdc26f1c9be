"""The shape is unpacked into two numbers, so a single input raises.

verdict: error
idea: batch-only
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        batch_size, in_features = x.shape
        y = torch.zeros(batch_size, len(self.bias), dtype=x.dtype)
        return y + x @ self.weight.T + self.bias
