"""torch.sub is used where torch.add is meant.

verdict: failed
idea: bias-subtracted
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int):
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.1)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        weighted = torch.matmul(x, self.weight.transpose(0, 1))
        return torch.sub(weighted, self.bias)
