"""A hook clips the weight's gradient.

verdict: failed
idea: gradient-wrong
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.weight.register_hook(lambda grad: grad.clamp(-0.1, 0.1))

    def forward(self, x):
        return x @ self.weight.T + self.bias
