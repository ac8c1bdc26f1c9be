"""All answers of one shape are written into one tensor, so a second call changes the first answer.

verdict: failed
idea: output-reused
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        self.result = None

    def forward(self, x):
        y = x @ self.weight.T + self.bias
        if self.result is None or self.result.shape != y.shape or self.result.dtype != y.dtype:
            self.result = torch.empty_like(y)
        self.result = self.result.detach()
        self.result.copy_(y)
        return self.result
