"""(out, N) is turned into (N, out) with reshape instead of a transpose.

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
        y = self.weight @ x.T + self.bias.unsqueeze(1)
        return y.reshape(x.shape[0], -1)
