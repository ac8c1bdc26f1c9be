"""Even numbers between −0.1 and 0.1.

verdict: failed
idea: not-normal
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        values = torch.empty(out_features, in_features).uniform_(-0.1, 0.1)
        self.weight = nn.Parameter(values)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
