"""The bias is added to the input before the product, so it has one entry for each input.

verdict: failed
idea: bias-added-to-input
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(in_features))

    def forward(self, x):
        return (x + self.bias) @ self.weight.T
