"""A build step is left to the first forward, as in other libraries.

verdict: failed
idea: created-on-first-call
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.sizes = (out_features, in_features)

    def build(self):
        self.weight = nn.Parameter(torch.randn(self.sizes))
        self.bias = nn.Parameter(torch.zeros(self.sizes[0]))

    def forward(self, x):
        if not hasattr(self, "weight"):
            self.build()
        return x @ self.weight.T + self.bias
