"""A base class of the learner's own holds the parameters; the rest comes below.

verdict: passed
"""

import math

import torch
from torch import nn


class Affine(nn.Module):
    def __init__(self, shape, bias, **factory):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(shape, **factory))
        self.bias = nn.Parameter(torch.empty(shape[0], **factory)) if bias else None

    @property
    def has_bias(self):
        return self.bias is not None


class Linear(Affine):
    def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
        super().__init__((out_features, in_features), bias, device=device, dtype=dtype)
        self.in_features, self.out_features = in_features, out_features
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1 / math.sqrt(self.in_features)
        with torch.no_grad():
            for parameter in self.parameters(recurse=False):
                parameter.uniform_(-bound, bound)

    def forward(self, x):
        y = (self.weight @ x.unsqueeze(-1)).squeeze(-1)
        return y + self.bias if self.has_bias else y

    def extra_repr(self):
        sizes = f"in_features={self.in_features}, out_features={self.out_features}"
        return f"{sizes}, bias={self.bias is not None}"
