"""The product is taken entry by entry and not summed.

verdict: failed
idea: elementwise-product
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x.unsqueeze(-2) * self.weight + self.bias.unsqueeze(-1)
