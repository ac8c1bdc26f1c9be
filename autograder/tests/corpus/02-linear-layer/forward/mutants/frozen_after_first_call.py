"""The layer freezes itself at its first call.

verdict: failed
idea: frozen
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T + self.bias
        self.requires_grad_(False)
        return y
