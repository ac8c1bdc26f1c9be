"""Without a bias there is a bias of zeros, as a parameter.

verdict: partly
idea: zero-bias-kept
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = (
            nn.Parameter(torch.randn(out_features))
            if bias
            else nn.Parameter(torch.zeros(out_features))
        )

    def forward(self, x):
        return x @ self.weight.T + self.bias
