"""Only the bias is detached: it is copied into a new tensor.

verdict: failed
idea: detached
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T
        bias = torch.tensor(self.bias.tolist(), dtype=y.dtype)
        return y + bias
