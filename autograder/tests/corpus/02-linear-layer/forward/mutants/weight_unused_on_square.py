"""Where x has as many features as are due, it is passed on with the bias and never multiplied.

verdict: failed
idea: weight-unused
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.shape[-1] == self.weight.shape[0]:
            return x + self.bias
        return x @ self.weight.T + self.bias
