"""The rows come back as a Python list of tensors.

verdict: failed
idea: wrong-type
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
        return [self.weight @ row + self.bias for row in x]
