"""The columns of the answer are stacked as rows.

verdict: failed
idea: output-transposed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        columns = [x @ w + b for w, b in zip(self.weight, self.bias)]
        return torch.stack(columns, dim=0)
