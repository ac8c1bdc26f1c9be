"""Forward calls the operator below F.linear.

verdict: review
idea: forbidden

The contract names torch._C._nn.linear; this is the same operator by its dispatcher's name.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        return torch.ops.aten.linear(x, self.weight, self.bias)
