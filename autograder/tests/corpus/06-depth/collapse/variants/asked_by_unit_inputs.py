"""The layers are asked what they do with zero and with each unit vector.

verdict: passed
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    dtype = first.weight.dtype
    layer = nn.Linear(first.in_features, second.out_features, dtype=dtype)
    with torch.no_grad():
        at_zero = second(first(torch.zeros(first.in_features, dtype=dtype)))
        columns = second(first(torch.eye(first.in_features, dtype=dtype))) - at_zero
        layer.weight.copy_(columns.T)
        layer.bias.copy_(at_zero)
    return layer
