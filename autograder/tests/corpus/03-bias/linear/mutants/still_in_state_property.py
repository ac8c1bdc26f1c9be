"""A property hides a parameter that is registered.

verdict: partly
idea: still-in-state
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.use_bias = bias
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.register_parameter("_bias", None)
        self._parameters["bias"] = nn.Parameter(torch.zeros(out_features))

    @property
    def bias(self):
        return self._parameters["bias"] if self.use_bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y + self.bias if self.use_bias else y
