"""The transposed weight is made contiguous at each call and forgotten.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        matrix = self.weight.transpose(0, 1).contiguous()
        return torch.matmul(x.contiguous(), matrix) + self.bias
