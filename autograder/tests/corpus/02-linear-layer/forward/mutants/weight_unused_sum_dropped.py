"""The product is made and thrown away: x itself gets the bias. That runs on square layers only.

verdict: failed
idea: weight-unused
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        torch.matmul(x, self.weight.T)
        return x + self.bias
