"""The layer brings its own nn.Dropout, which acts on the answer.

verdict: failed
idea: dropout-in-training
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.dropout = nn.Dropout(0.5)

    def forward(self, x):
        return self.dropout(x @ self.weight.T + self.bias)
