"""Forward goes through the rows; with a single input these are numbers, and the answers are wrong.

verdict: failed
idea: batch-only

A single input comes back as an (in, out) matrix.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int):
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.1)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return torch.stack([(self.weight * row).sum(dim=1) + self.bias for row in x])
