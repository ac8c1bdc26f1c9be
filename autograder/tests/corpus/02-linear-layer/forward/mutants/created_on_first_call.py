"""Weight and bias are made when the first input arrives; until then there are no parameters.

verdict: failed
idea: created-on-first-call
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        self.weight = None
        self.bias = None

    def forward(self, x):
        if self.weight is None:
            self.weight = nn.Parameter(
                torch.randn(self.out_features, self.in_features, dtype=x.dtype)
            )
            self.bias = nn.Parameter(torch.randn(self.out_features, dtype=x.dtype))
        return x @ self.weight.T + self.bias
