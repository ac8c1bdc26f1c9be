"""The name is registered with None in both cases.

verdict: failed
idea: never-a-bias
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.register_parameter("bias", None)
        self.has_bias = bias

    def forward(self, x):
        return x @ self.weight.T
