"""The initial tensors come from a cached function, so equal layers are made over one memory.

verdict: failed
idea: shared-between-instances
"""

import functools

import torch
from torch import nn


@functools.cache
def initial(*shape):
    return torch.randn(*shape)


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(initial(out_features, in_features))
        self.bias = nn.Parameter(initial(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
