"""The answer is remembered by the input object, and kept when the weight or the input changes.

verdict: failed
idea: answer-cached
"""

import functools

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    @functools.cache
    def forward(self, x):
        return x @ self.weight.T + self.bias
