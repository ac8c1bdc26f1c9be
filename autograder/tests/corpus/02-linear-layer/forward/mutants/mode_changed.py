"""Forward puts the layer into evaluation mode and leaves it there.

verdict: failed
idea: mode-changed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        self.eval()
        return x @ self.weight.T + self.bias
