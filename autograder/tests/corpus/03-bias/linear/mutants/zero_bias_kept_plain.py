"""A plain tensor of zeros, so that forward needs no case.

verdict: partly
idea: zero-bias-kept

Not in the state_dict and not trained; still not None.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else torch.zeros(out_features)

    def forward(self, x):
        return x @ self.weight.T + self.bias
