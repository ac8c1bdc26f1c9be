"""The bias is registered before the weight, and starts from zero.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None
        bound = in_features**-0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))

    def forward(self, x):
        y = (self.weight @ x.unsqueeze(-1)).squeeze(-1)
        return y if self.bias is None else y + self.bias
