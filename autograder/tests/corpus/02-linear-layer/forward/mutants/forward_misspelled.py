"""The method is called foward, so nn.Module has no forward to call.

verdict: error
idea: forward-missing
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def foward(self, x):
        return x @ self.weight.T + self.bias
