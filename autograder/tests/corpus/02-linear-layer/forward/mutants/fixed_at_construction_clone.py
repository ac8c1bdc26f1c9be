"""The transposed weight is copied at construction, and forward goes on using the copy.

verdict: failed
idea: values-kept
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.weight_t = self.weight.detach().T.clone()
        self.offset = self.bias.detach().clone()

    def forward(self, x):
        return x @ self.weight_t.to(x.dtype) + self.offset.to(x.dtype)
