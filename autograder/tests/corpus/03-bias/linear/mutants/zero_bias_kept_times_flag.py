"""The bias is multiplied by the flag.

verdict: partly
idea: zero-bias-kept

True and False count as 1 and 0: zeros to start with, which training moves.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features) * bias)

    def forward(self, x):
        return x @ self.weight.T + self.bias
