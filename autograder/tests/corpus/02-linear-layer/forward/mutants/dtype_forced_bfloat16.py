"""The product is made in bfloat16 for speed and cast back.

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
        low = torch.bfloat16
        return (x.to(low) @ self.weight.to(low).T).to(x.dtype) + self.bias
