"""reset_parameters is called in forward instead of in the constructor.

verdict: failed
idea: random-in-forward
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        bound = 1 / in_features**0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound))

    def reset_parameters(self):
        with torch.no_grad():
            self.weight.normal_()
            self.bias.normal_()

    def forward(self, x):
        self.reset_parameters()
        return x @ self.weight.T + self.bias
