"""A softmax runs down the batch.

verdict: failed
idea: rows-mixed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int):
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.1)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        y = x @ self.weight.T + self.bias
        return torch.softmax(y, dim=0) if y.dim() == 2 else y
