"""Small functions outside the class do the work; one of them is called linear.

verdict: passed
"""

import torch
from torch import nn


def multiply(x, weight):
    return x @ weight.T


def shift(y, bias):
    return y + bias


def linear(x, weight, bias):
    return shift(multiply(x, weight), bias)


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return linear(x, self.weight, self.bias)
