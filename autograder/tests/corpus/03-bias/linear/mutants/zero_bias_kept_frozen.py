"""A bias of zeros that does not train.

verdict: partly
idea: zero-bias-kept

The output is right for good, but bias is not None, and it is saved.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))
        if not bias:
            nn.init.zeros_(self.bias)
            self.bias.requires_grad_(False)

    def forward(self, x):
        return x @ self.weight.T + self.bias
