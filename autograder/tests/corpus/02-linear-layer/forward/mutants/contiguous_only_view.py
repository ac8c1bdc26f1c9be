"""The batch is flattened with view, which raises on a transposed batch.

verdict: error
idea: contiguous-only
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        bound = 1 / in_features**0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound))

    def forward(self, x):
        rows = x.view(-1).view(-1, self.in_features)
        y = rows @ self.weight.T + self.bias
        return y[0] if x.dim() == 1 else y
