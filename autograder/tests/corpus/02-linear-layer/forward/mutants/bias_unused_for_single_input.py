"""The bias is added to a batch, but forgotten on the way a single input takes.

verdict: failed
idea: bias-unused
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
            return self.weight @ x
        return x @ self.weight.T + self.bias
