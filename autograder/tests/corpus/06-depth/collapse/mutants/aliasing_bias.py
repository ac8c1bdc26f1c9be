"""Where the first layer has no bias, the new layer gets the second layer's Parameter itself.

verdict: failed
idea: aliasing
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    layer.weight = nn.Parameter((second.weight @ first.weight).detach())
    if first.bias is None:
        layer.bias = second.bias
    else:
        with torch.no_grad():
            layer.bias.copy_(second(first.bias))
    return layer
