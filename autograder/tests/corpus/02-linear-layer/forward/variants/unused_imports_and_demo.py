"""The cell also holds unused imports, a demonstration and a comparison with printed numbers.

verdict: passed
"""

import numpy
import torch
import torch.nn.functional as F
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias


demo = Linear(2, 2)
print(demo(torch.tensor([2.0, 3.0])))
print(numpy.array([[1.0, 2.0], [3.0, 4.0]]) @ numpy.array([2.0, 3.0]))
