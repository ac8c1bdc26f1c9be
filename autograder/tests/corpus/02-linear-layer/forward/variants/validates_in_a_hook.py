"""A forward pre-hook looks at the input.

verdict: passed
"""

import torch
from torch import nn


def look(module, args):
    (x,) = args
    if x.shape[-1] != module.weight.shape[1]:
        raise ValueError(f"expected {module.weight.shape[1]} features, got {x.shape[-1]}")


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.register_forward_pre_hook(look)

    def forward(self, x):
        return x @ self.weight.T + self.bias
