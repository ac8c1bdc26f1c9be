"""Only the bias is frozen.

verdict: failed
idea: frozen
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features), False)

    def forward(self, x):
        return x @ self.weight.T + self.bias
