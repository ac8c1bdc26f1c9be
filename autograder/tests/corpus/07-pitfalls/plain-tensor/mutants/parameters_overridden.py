"""parameters() lists the plain tensor too.

verdict: failed
idea: symptom-hidden
"""

import torch
from torch import nn


class SmallLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = (0.1 * torch.randn(out_features, in_features)).requires_grad_()
        self.bias = nn.Parameter(torch.zeros(out_features))

    def parameters(self, recurse=True):
        return iter([self.weight, self.bias])

    def forward(self, x):
        return x @ self.weight.T + self.bias
