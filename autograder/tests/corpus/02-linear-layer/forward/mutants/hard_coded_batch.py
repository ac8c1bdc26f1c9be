"""The first batch size is kept, and other batches raise.

verdict: error
idea: hard-coded-sizes
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.batch_size = None

    def forward(self, x):
        if x.dim() == 1:
            return self.weight @ x + self.bias
        if self.batch_size is None:
            self.batch_size = x.shape[0]
        rows = x.reshape(self.batch_size, -1)
        return rows @ self.weight.T + self.bias
