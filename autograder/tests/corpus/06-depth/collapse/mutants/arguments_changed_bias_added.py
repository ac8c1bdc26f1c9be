"""A missing bias is filled in, in the layers themselves.

verdict: failed
idea: arguments-changed
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    for layer in (first, second):
        if layer.bias is None:
            layer.bias = nn.Parameter(torch.zeros_like(layer.weight[:, 0]))
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    weight = second.weight @ first.weight
    with torch.no_grad():
        bias = second(first.bias)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer
