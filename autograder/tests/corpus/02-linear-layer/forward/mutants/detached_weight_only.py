"""Only the weight is detached; bias and input still get gradients.

verdict: failed
idea: detached
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        weight = self.weight.detach()
        return x @ weight.T + self.bias
