"""Weight and bias are one (out, in + 1) parameter, offered under their names as slices.

verdict: failed
idea: state-renamed

weight and bias have the right shapes and values, but neither is a parameter or in the state_dict.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.theta = nn.Parameter(torch.randn(out_features, in_features + 1))

    @property
    def weight(self):
        return self.theta[:, :-1]

    @property
    def bias(self):
        return self.theta[:, -1]

    def forward(self, x):
        return x @ self.weight.T + self.bias
