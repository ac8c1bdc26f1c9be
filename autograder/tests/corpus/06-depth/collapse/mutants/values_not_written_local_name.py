"""The product is assigned to local names and not to the layer.

verdict: failed
idea: values-not-written
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    w, b = layer.weight, layer.bias
    w = second.weight @ first.weight
    b1 = torch.zeros_like(first.weight[:, 0]) if first.bias is None else first.bias
    b2 = torch.zeros_like(second.weight[:, 0]) if second.bias is None else second.bias
    b = second.weight @ b1 + b2
    return layer
