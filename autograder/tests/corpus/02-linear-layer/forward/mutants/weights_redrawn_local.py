"""The parameters exist, but forward multiplies by fresh random tensors of their shapes.

verdict: failed
idea: random-in-forward
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        weight = torch.randn_like(self.weight)
        bias = torch.randn_like(self.bias)
        return x @ weight.T + bias
