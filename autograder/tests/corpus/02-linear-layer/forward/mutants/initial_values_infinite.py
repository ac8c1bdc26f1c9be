"""One entry of the weight starts infinite, by a division by zero.

verdict: failed
idea: initial-values
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        steps = torch.arange(out_features * in_features).reshape(out_features, in_features)
        self.weight = nn.Parameter(1 / steps)
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
