"""Forward is made at construction and closes over the first parameter values.

verdict: failed
idea: values-kept
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int):
        super(Linear, self).__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.1)
        self.bias = nn.Parameter(torch.zeros(out_features))

        weight, bias = self.weight.clone(), self.bias.clone()
        self.compute = lambda x: x @ weight.to(x.dtype).T + bias.to(x.dtype)

    def forward(self, x):
        return self.compute(x)
