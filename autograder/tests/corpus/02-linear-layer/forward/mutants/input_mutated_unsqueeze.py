"""A single input is made a batch of one in place, and stays one.

verdict: failed
idea: input-mutated
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.dim() == 1:
            x.unsqueeze_(0)
            return (x @ self.weight.T + self.bias)[0]
        return x @ self.weight.T + self.bias
