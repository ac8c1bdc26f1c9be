"""The parameters are called weights and biases.

verdict: failed
idea: state-renamed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weights = nn.Parameter(torch.randn(out_features, in_features))
        self.biases = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x @ self.weights.T + self.biases
