"""A layer without bias is refused.

verdict: error
idea: refuses-what-fits
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    if first.bias is None or second.bias is None:
        raise ValueError("both layers need a bias")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    weight = second.weight @ first.weight
    bias = second.weight @ first.bias + second.bias
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer
