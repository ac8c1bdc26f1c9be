"""The product is subtracted from the bias.

verdict: failed
idea: sign-flipped
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return self.bias - torch.matmul(x, self.weight.t())
