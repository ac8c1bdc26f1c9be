"""Forward draws a new weight and bias each time.

verdict: failed
idea: random-in-forward
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        self.weight = nn.Parameter(torch.randn(self.out_features, self.in_features).to(x.dtype))
        self.bias = nn.Parameter(torch.randn(self.out_features).to(x.dtype))
        return x @ self.weight.T + self.bias
