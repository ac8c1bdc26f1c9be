"""When x and weight happen to have one shape they are multiplied entry by entry.

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
        if x.shape == self.weight.shape:
            return x * self.weight + self.bias[:, None]
        return x @ self.weight.T + self.bias
