"""In training mode the inputs are standardized over the batch, in evaluation mode they are not.

verdict: failed
idea: rows-mixed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if self.training and x.dim() == 2 and len(x) > 1:
            x = (x - x.mean(0)) / (x.std(0) + 1e-5)
        return x @ self.weight.T + self.bias
