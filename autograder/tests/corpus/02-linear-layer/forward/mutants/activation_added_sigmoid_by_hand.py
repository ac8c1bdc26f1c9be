"""A sigmoid ends the layer, written out.

verdict: failed
idea: activation-added
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int):
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.1)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        z = x @ self.weight.T + self.bias
        return 1 / (1 + torch.exp(-z))
