"""The weight is frozen to fill it, and stays frozen.

verdict: failed
idea: frozen
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.weight.requires_grad = False
        self.weight.normal_(0, 0.1)

    def forward(self, x):
        return x @ self.weight.T + self.bias
