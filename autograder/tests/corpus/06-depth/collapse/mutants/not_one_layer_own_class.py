"""A module of one's own that is no nn.Linear.

verdict: failed
idea: not-one-linear
"""

import torch
from torch import nn


class Collapsed(nn.Module):
    def __init__(self, weight, bias):
        super().__init__()
        self.weight = nn.Parameter(weight.detach().clone())
        self.bias = nn.Parameter(bias.detach().clone())
        self.out_features, self.in_features = weight.shape

    def forward(self, x):
        return x @ self.weight.T + self.bias


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    b1 = torch.zeros_like(first.weight[:, 0]) if first.bias is None else first.bias
    b2 = torch.zeros_like(second.weight[:, 0]) if second.bias is None else second.bias
    return Collapsed(second.weight @ first.weight, second.weight @ b1 + b2)
