"""The parameters are kept in a Python list, where the module does not find them.

verdict: failed
idea: plain-tensor
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.tensors = [
            nn.Parameter(torch.randn(out_features, in_features)),
            nn.Parameter(torch.randn(out_features)),
        ]

    @property
    def weight(self):
        return self.tensors[0]

    @property
    def bias(self):
        return self.tensors[1]

    def forward(self, x):
        return x @ self.weight.T + self.bias
