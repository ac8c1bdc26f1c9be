"""A buffer that requires a gradient still is not a parameter.

verdict: failed
idea: buffer
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        values = (0.1 * torch.randn(out_features, in_features)).requires_grad_()
        self.register_buffer("weight", values)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
