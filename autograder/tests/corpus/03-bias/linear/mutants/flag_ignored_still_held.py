"""forward leaves the bias out; the layer still holds it.

verdict: partly
idea: bias-kept

Nothing uses it, and an optimizer, a count and a file still have it.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.use_bias = bias
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T
        return y + self.bias if self.use_bias else y
