"""torch.mv for each row.

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
        if x.dim() == 1:
            return torch.mv(self.weight, x) + self.bias
        return torch.stack([torch.mv(self.weight, row) + self.bias for row in x.unbind(0)])
