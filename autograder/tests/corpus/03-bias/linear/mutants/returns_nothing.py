"""Without a bias no return is reached.

verdict: partly
idea: returns-nothing
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None

    def forward(self, x):
        if self.bias is not None:
            return x @ self.weight.T + self.bias
