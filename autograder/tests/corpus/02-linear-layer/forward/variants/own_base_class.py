"""A base class of the learner's own makes the parameters; the method is inherited in two steps.

verdict: passed
"""

import torch
from torch import nn


class Layer(nn.Module):
    def add(self, name, *shape):
        self.register_parameter(name, nn.Parameter(torch.randn(*shape) * 0.3))


class Affine(Layer):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.add("weight", out_features, in_features)
        self.add("bias", out_features)

    def forward(self, x):
        return x @ self.weight.T + self.bias


class Linear(Affine):
    pass
