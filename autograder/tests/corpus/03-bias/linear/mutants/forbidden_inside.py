"""A layer of PyTorch's does the work.

verdict: review
idea: forbidden
"""

from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        inner = nn.Linear(in_features, out_features, bias)
        self.weight, self.bias = inner.weight, inner.bias

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
