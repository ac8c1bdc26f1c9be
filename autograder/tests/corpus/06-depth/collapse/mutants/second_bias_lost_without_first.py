"""Where the first layer has no bias, the new one has none.

verdict: failed
idea: second-bias-lost
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    if first.bias is None:
        layer = nn.Linear(
            first.in_features, second.out_features, bias=False, dtype=first.weight.dtype
        )
        with torch.no_grad():
            layer.weight.copy_(second.weight @ first.weight)
        return layer
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    weight = second.weight @ first.weight
    with torch.no_grad():
        bias = second(first.bias)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer
