"""The class is made by a call of type instead of a class statement.

verdict: passed
"""

import torch
from torch import nn


def initialize(self, in_features, out_features):
    nn.Module.__init__(self)
    self.weight = nn.Parameter(torch.randn(out_features, in_features))
    self.bias = nn.Parameter(torch.randn(out_features))


def answer(self, x):
    return x @ self.weight.T + self.bias


Linear = type("Linear", (nn.Module,), {"__init__": initialize, "forward": answer})
