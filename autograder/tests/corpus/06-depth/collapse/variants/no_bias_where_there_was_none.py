"""The new layer has a bias only if one of the two has.

verdict: passed
"""

import torch
from torch import nn


@torch.no_grad()
def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    bias = None
    if first.bias is not None:
        bias = second(first.bias)
    elif second.bias is not None:
        bias = second.bias.clone()
    layer = nn.Linear(
        first.in_features, second.out_features, bias is not None, dtype=first.weight.dtype
    )
    layer.weight.copy_(second.weight @ first.weight)
    if bias is not None:
        layer.bias.copy_(bias)
    return layer
