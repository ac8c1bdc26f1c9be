"""The bias is added to x on square layers, by a bracket in the wrong place.

verdict: failed
idea: bias-added-to-input

On a layer that is not square the bias does not fit x and is added where it belongs.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.shape[-1] == self.bias.shape[0]:
            return (x + self.bias) @ self.weight.T
        return x @ self.weight.T + self.bias
