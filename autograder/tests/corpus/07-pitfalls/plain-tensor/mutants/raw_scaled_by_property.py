"""weight is a property that scales the registered numbers.

verdict: failed
idea: other-name
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.raw = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    @property
    def weight(self):
        return 0.1 * self.raw

    def forward(self, x):
        return x @ self.weight.T + self.bias
