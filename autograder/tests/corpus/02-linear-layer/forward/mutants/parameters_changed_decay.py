"""Each call in training mode shrinks the stored weight a little, after it was used.

verdict: failed
idea: parameters-changed
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

    def forward(self, x):
        y = x @ self.weight.clone().T + self.bias
        if self.training:
            self.weight.data.mul_(0.99)
        return y
