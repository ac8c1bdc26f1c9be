"""The method of nn.Linear is borrowed without an instance of it.

verdict: review
idea: forbidden
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    forward = nn.Linear.forward
