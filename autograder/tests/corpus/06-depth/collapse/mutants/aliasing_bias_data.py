"""A new Parameter around the memory of the second bias.

verdict: failed
idea: aliasing
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(second.weight @ first.weight)
        bias = second.bias
        if first.bias is not None:
            through = second.weight @ first.bias
            bias = through if bias is None else bias + through
    layer.bias = None if bias is None else nn.Parameter(bias.detach())
    return layer
