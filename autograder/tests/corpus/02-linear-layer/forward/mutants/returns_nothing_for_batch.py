"""One branch of forward lacks its return.

verdict: failed
idea: returns-nothing
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.dim() == 1:
            return self.weight @ x + self.bias
        elif x.dim() == 2:
            y = x @ self.weight.T
            y = y + self.bias
