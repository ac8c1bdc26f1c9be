"""The bias is a property, the parameter is registered by hand.

verdict: passed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int, bias: bool = True) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.register_parameter("bias", nn.Parameter(torch.randn(out_features)) if bias else None)

    @property
    def has_bias(self):
        return self.bias is not None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        products = (x.unsqueeze(-2) * self.weight).sum(-1)
        return products + self.bias if self.has_bias else products
