"""The answer is a transposed slice of a longer result: not contiguous, not sharing with the input.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        rows = x.unsqueeze(0) if x.dim() == 1 else x
        padded = torch.cat([rows, rows.new_zeros(1, rows.shape[1])])
        y = (self.weight @ padded.T + self.bias.unsqueeze(1)).T[:-1]
        return y[0] if x.dim() == 1 else y
