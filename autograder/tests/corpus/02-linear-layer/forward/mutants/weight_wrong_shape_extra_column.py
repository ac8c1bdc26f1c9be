"""The weight has a column more, as if the bias were stored in it too.

verdict: failed
idea: weight-wrong-shape
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features + 1))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x @ self.weight[:, :-1].T + self.bias
