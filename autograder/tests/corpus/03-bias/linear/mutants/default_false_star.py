"""The flag is fetched from keywords with False as its default.

verdict: failed
idea: default-false
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, *args, **kwargs):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        bias = args[0] if args else kwargs.get("bias", False)
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        if self.bias is not None:
            y = y + self.bias
        return y
