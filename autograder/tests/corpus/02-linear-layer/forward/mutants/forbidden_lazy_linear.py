"""An nn.LazyLinear is woken up in the constructor and does the work.

verdict: review
idea: forbidden
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.core = nn.LazyLinear(out_features)
        self.core(torch.zeros(1, in_features))
        self.weight = self.core.weight
        self.bias = self.core.bias

    def forward(self, x):
        return self.core(x)
