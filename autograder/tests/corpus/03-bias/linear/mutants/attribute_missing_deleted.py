"""The bias is made and deleted.

verdict: partly
idea: attribute-missing
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))
        if not bias:
            del self.bias

    def forward(self, x):
        return x @ self.weight.T + getattr(self, "bias", 0)
