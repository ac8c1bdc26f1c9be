"""F.linear is imported under another name.

verdict: review
idea: forbidden
"""

import torch
from torch import nn
from torch.nn.functional import linear as weighted_sum


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return weighted_sum(x, self.weight, self.bias)
