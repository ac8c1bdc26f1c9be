"""Both parameters are registered by name.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        shapes = {"bias": (out_features,), "weight": (out_features, in_features)}
        for name, shape in shapes.items():
            self.register_parameter(name, nn.Parameter(torch.rand(shape) - 0.5))

    def forward(self, x):
        return x.matmul(self.weight.T).add(self.bias)
