"""The weight is drawn (out, in) and transposed before it becomes a parameter.

verdict: failed
idea: weight-stored-in-out
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        weight = torch.randn(out_features, in_features)
        # transposed once here, so that forward is cheap
        self.weight = nn.Parameter(weight.T.contiguous())
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        if x.dim() == 1:
            return self.weight.T.mv(x) + self.bias
        return torch.addmm(self.bias, x, self.weight)
