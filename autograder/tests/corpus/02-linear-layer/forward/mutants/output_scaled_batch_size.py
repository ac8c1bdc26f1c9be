"""The product is divided by the batch size.

verdict: failed
idea: output-scaled
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T
        if x.dim() == 2:
            y = y / x.shape[0]
        return y + self.bias
