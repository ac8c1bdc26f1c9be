"""In evaluation mode the result is detached, as if eval() meant no_grad().

verdict: failed
idea: detached

eval() switches dropout and the like, it does not stop gradients.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T + self.bias
        return y if self.training else y.detach()
