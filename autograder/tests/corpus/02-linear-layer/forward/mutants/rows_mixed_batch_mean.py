"""Every row gets the answer for the mean of the batch.

verdict: failed
idea: rows-mixed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.dim() == 1:
            return self.weight @ x + self.bias
        mean = x.mean(dim=0, keepdim=True)
        return (mean @ self.weight.T + self.bias).expand(len(x), -1).clone()
