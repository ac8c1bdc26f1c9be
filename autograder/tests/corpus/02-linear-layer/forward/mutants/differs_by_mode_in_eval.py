"""In evaluation mode the sum of the magnitudes is added to each output.

verdict: failed
idea: differs-by-mode
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T + self.bias
        return y if self.training else y + x.abs().sum(-1, keepdim=True)
