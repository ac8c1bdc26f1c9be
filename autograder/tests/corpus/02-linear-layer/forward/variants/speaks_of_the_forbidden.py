"""The forbidden is named in a docstring, a comment and messages, and nowhere used.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    """Does what nn.Linear does, without nn.Linear, F.linear or torch._C._nn.linear."""

    def __init__(self, in_features, out_features):
        super().__init__()
        # nn.Linear keeps its weight as (out, in) too
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.shape[-1] != self.weight.shape[1]:
            raise ValueError("nn.Linear would raise here as well, and so would F.linear")
        return x @ self.weight.T + self.bias
