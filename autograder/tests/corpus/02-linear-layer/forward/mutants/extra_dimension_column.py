"""Every answer is a column (out, 1).

verdict: failed
idea: extra-dimension
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return self.weight @ x.unsqueeze(-1) + self.bias.unsqueeze(-1)
