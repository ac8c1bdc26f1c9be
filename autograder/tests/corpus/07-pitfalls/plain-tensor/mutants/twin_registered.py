"""A parameter of that name is there, and forward uses another tensor.

verdict: failed
idea: not-the-one-used
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.used = 0.1 * torch.randn(out_features, in_features)
        self.weight = nn.Parameter(self.used.clone())
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x @ self.used.to(x.dtype).T + self.bias
