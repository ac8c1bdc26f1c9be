"""second(first.bias), as on the page, with no thought of a missing bias.

verdict: error
idea: bias-none-mishandled
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    weight = second.weight @ first.weight
    with torch.no_grad():
        bias = second(first.bias)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer
