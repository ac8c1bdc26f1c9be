"""Forward seeds the program's random numbers at each call.

verdict: failed
idea: random-state-left
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        torch.manual_seed(0)
        return x @ self.weight.T + self.bias
