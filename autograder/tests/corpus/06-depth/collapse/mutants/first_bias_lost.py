"""The new layer keeps the second layer's bias alone.

verdict: failed
idea: first-bias-lost
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    has_bias = second.bias is not None
    layer = nn.Linear(first.in_features, second.out_features, has_bias, dtype=first.weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(second.weight @ first.weight)
        if has_bias:
            layer.bias.copy_(second.bias)
    return layer
