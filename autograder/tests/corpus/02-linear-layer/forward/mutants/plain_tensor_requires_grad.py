"""Weight and bias are plain tensors with requires_grad=True, not parameters.

verdict: failed
idea: plain-tensor
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = torch.randn(out_features, in_features, requires_grad=True)
        self.bias = torch.randn(out_features, requires_grad=True)

    def forward(self, x):
        return x @ self.weight.T + self.bias
