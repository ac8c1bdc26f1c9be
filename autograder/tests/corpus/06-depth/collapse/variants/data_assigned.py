"""The old way, through .data.

verdict: passed
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    layer.weight.data = second.weight.data.mm(first.weight.data)
    layer.bias.data.zero_()
    if first.bias is not None:
        layer.bias.data += second.weight.data.mv(first.bias.data)
    if second.bias is not None:
        layer.bias.data += second.bias.data
    return layer
