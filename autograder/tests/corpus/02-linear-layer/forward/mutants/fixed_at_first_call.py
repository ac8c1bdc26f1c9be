"""The transposed weight is copied at the first call and kept: training it later has no effect.

verdict: failed
idea: values-kept
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.cached = None

    def forward(self, x):
        if self.cached is None:
            self.cached = self.weight.T.clone()
        return x @ self.cached.to(x.dtype) + self.bias
