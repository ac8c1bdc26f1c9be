"""The bias is registered first, and the module keeps notes.

verdict: passed
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    scale = 0.1

    def __init__(self, in_features, out_features):
        super().__init__()
        self.in_features, self.out_features = in_features, out_features
        self.bias = nn.Parameter(torch.zeros(out_features))
        values = torch.empty(out_features, in_features).normal_().mul_(self.scale)
        self.weight = nn.Parameter(values, requires_grad=True)

    def forward(self, x):
        return self.bias + x @ self.weight.transpose(0, 1)
