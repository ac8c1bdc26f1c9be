"""x is written into.

verdict: failed
idea: input-mutated
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None

    def forward(self, x):
        with torch.no_grad():
            x.mul_(1.5)
        y = (x / 1.5) @ self.weight.T
        return y if self.bias is None else y + self.bias
