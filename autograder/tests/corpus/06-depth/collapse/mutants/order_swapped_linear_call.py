"""The layers are applied in the wrong order wherever both orders are possible.

verdict: failed
idea: order-swapped
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    a, b = first, second
    if second.out_features == first.in_features == first.out_features:
        a, b = second, first
    with torch.no_grad():
        zero = torch.zeros(1, a.in_features, dtype=a.weight.dtype)
        shift = b(a(zero))[0]
        eye = torch.eye(a.in_features, dtype=a.weight.dtype)
        layer = nn.Linear(a.in_features, b.out_features, dtype=a.weight.dtype)
        layer.weight.copy_((b(a(eye)) - shift).T)
        layer.bias.copy_(shift)
    return layer
