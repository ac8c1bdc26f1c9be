"""Layers that do not fit give None and a printed warning.

verdict: partly
idea: no-error-on-mismatch
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        print("the layers do not fit")
        return None
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    b1 = torch.zeros_like(first.weight[:, 0]) if first.bias is None else first.bias
    b2 = torch.zeros_like(second.weight[:, 0]) if second.bias is None else second.bias
    weight = second.weight @ first.weight
    bias = second.weight @ b1 + b2
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer
