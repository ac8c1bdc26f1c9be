"""No layer has a bias, whatever the flag says.

verdict: failed
idea: never-a-bias
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = None

    def forward(self, x):
        return x @ self.weight.T
