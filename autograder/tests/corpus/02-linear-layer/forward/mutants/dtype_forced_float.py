"""Everything is cast to float32, and so is the answer.

verdict: failed
idea: dtype-forced
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return x.float() @ self.weight.float().T + self.bias.float()
