"""The answer is rounded to four digits for reading; the gradient is lost with it.

verdict: failed
idea: rounded
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return torch.round(x @ self.weight.T + self.bias, decimals=4)
