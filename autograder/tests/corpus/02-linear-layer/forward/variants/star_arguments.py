"""The constructor takes *args and **kwargs and finds the sizes in them.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, *args, **kwargs):
        super().__init__()
        sizes = dict(zip(("in_features", "out_features"), args), **kwargs)
        self.weight = nn.Parameter(torch.randn(sizes["out_features"], sizes["in_features"]))
        self.bias = nn.Parameter(torch.randn(sizes["out_features"]))

    def forward(self, x, *ignored, **also_ignored):
        return x @ self.weight.T + self.bias
