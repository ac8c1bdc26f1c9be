"""In evaluation mode the first weight seen is kept, and loading other values goes unnoticed.

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

        self.frozen_weight = None

    def forward(self, x):
        if self.training:
            self.frozen_weight = None
            return x @ self.weight.T + self.bias
        if self.frozen_weight is None or self.frozen_weight.dtype != x.dtype:
            self.frozen_weight = self.weight.T.clone()
        return x @ self.frozen_weight + self.bias
