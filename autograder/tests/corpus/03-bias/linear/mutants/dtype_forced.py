"""Everything goes through float32.

verdict: failed
idea: dtype-forced
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None

    def forward(self, x):
        y = x.float() @ self.weight.float().T
        if self.bias is not None:
            y = y + self.bias.float()
        return y.to(x.dtype)
