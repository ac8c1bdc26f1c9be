"""The weight is reshaped to (in, out) because the error message asked for that shape.

verdict: failed
idea: reshape-for-transpose
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        out_features, in_features = self.weight.shape
        matrix = torch.reshape(self.weight, (in_features, out_features))
        return torch.matmul(x, matrix) + self.bias
