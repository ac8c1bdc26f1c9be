"""`if first.bias`, which asks a tensor whether it is true.

verdict: error
idea: bias-none-mishandled
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    bias = torch.zeros(second.out_features, dtype=first.weight.dtype)
    if first.bias:
        bias = second.weight @ first.bias
    if second.bias:
        bias = bias + second.bias
    weight = second.weight @ first.weight
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer
