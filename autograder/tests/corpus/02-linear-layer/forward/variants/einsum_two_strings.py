"""einsum with one string for a batch and one for a single input.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int):
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.1)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        string = "i,oi->o" if x.dim() == 1 else "ni,oi->no"
        return torch.einsum(string, x, self.weight).add(self.bias)
