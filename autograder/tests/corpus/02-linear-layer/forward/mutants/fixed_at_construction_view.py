"""Forward uses a transposed view taken at construction, which layer.double() leaves behind.

verdict: failed
idea: values-kept

The view follows changes in place; after layer.double() the weight is float64 and the view float32.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.weight_t = self.weight.t()

    def forward(self, x):
        return x @ self.weight_t + self.bias
