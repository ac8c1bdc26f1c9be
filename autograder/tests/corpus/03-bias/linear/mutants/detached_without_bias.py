"""Without a bias the graph is cut.

verdict: partly
idea: detached
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features)) if bias else None

    def forward(self, x):
        if self.bias is None:
            with torch.no_grad():
                return x @ self.weight.T
        return x @ self.weight.T + self.bias
