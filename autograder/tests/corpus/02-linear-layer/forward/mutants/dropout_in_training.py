"""In training mode some inputs are dropped.

verdict: failed
idea: dropout-in-training
"""

import torch
import torch.nn.functional as F
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        x = F.dropout(x, p=0.1, training=self.training)
        return x @ self.weight.T + self.bias
