"""A copy of the second layer gets a new weight; its in_features stays that of the second layer.

verdict: failed
idea: sizes-stale
"""

import copy

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = copy.deepcopy(second)
    b1 = torch.zeros_like(first.weight[:, 0]) if first.bias is None else first.bias
    b2 = torch.zeros_like(second.weight[:, 0]) if second.bias is None else second.bias
    layer.weight = nn.Parameter((second.weight @ first.weight).detach())
    layer.bias = nn.Parameter((second.weight @ b1 + b2).detach())
    return layer.requires_grad_()
