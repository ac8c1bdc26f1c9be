"""The parameters are made by torch.empty and never filled: they hold whatever was in that memory.

verdict: failed
idea: initial-values

That may be zeros, or numbers that look drawn; it is nothing one can rely on.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(out_features, in_features))
        self.bias = nn.Parameter(torch.empty(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
