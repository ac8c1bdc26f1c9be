"""The sums are made from Python lists and put into a new tensor.

verdict: failed
idea: detached
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int):
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.1)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        weight = self.weight.tolist()
        bias = self.bias.tolist()
        rows = x.tolist() if x.dim() == 2 else [x.tolist()]
        result = [
            [sum(a * b for a, b in zip(row, w)) + c for w, c in zip(weight, bias)] for row in rows
        ]
        y = torch.tensor(result, dtype=x.dtype)
        return y if x.dim() == 2 else y[0]
