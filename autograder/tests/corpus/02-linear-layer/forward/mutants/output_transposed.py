"""The answer is weight @ x.T and comes out as (out, N).

verdict: failed
idea: output-transposed
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
        return self.weight @ x.T + self.bias[:, None]
