"""The bias stands inside the sum over the inputs, so it is added in_features times.

verdict: failed
idea: bias-added-twice
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = 0
        for i in range(self.weight.shape[1]):
            y = y + x[..., i : i + 1] * self.weight[:, i] + self.bias
        return y
