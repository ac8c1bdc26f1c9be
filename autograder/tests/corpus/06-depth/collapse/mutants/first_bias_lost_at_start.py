"""Whether there is a bias is looked up on the second layer only, and a missing one becomes zero.

verdict: failed
idea: first-bias-lost
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    weight = second.weight @ first.weight
    bias = second.bias if second.bias is not None else torch.zeros(second.out_features)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer
