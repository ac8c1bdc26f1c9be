"""An nn.Bilinear with a constant second input does the work.

verdict: review
idea: forbidden
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        # in a list, so that its own weight and bias are not registered
        self.core = [nn.Bilinear(in_features, 1, out_features)]

    def forward(self, x):
        values = {"weight": self.weight.unsqueeze(-1), "bias": self.bias}
        ones = torch.ones(*x.shape[:-1], 1, dtype=x.dtype)
        return torch.func.functional_call(self.core[0], values, (x, ones))
