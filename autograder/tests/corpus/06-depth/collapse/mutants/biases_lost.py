"""The new layer has no bias at all.

verdict: failed
idea: biases-lost
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, bias=False, dtype=first.weight.dtype)
    layer.weight = nn.Parameter((second.weight @ first.weight).detach())
    return layer
