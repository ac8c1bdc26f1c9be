"""The bias is set to zero.

verdict: failed
idea: biases-lost
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    nn.init.zeros_(layer.bias)
    with torch.no_grad():
        torch.matmul(second.weight, first.weight, out=layer.weight.data)
    return layer
