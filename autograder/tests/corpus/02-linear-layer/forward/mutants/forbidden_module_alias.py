"""The functional module goes by another name, and its function by a third.

verdict: review
idea: forbidden
"""

import torch
from torch import nn
from torch.nn import functional as tools

apply_rule = tools.linear


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return apply_rule(x, self.weight, self.bias)
