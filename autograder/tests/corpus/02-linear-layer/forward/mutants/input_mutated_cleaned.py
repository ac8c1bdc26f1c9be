"""Small entries of the caller's tensor are set to zero on the way out.

verdict: failed
idea: input-mutated
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int):
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.1)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        y = x.clone() @ self.weight.T + self.bias
        with torch.no_grad():
            x[x.abs() < 1] = 0
        return y
