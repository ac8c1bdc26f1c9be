"""The weight is (in, out) and einsum is told so.

verdict: failed
idea: weight-stored-in-out
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(in_features, out_features))
        self.bias = nn.Parameter(torch.empty(out_features))
        nn.init.xavier_uniform_(self.weight)
        nn.init.uniform_(self.bias, -0.1, 0.1)

    def forward(self, x):
        return torch.einsum("...i,io->...o", x, self.weight) + self.bias
