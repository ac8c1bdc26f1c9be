"""The second layer is made into the answer and returned.

verdict: failed
idea: arguments-changed
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    b1 = torch.zeros_like(first.weight[:, 0]) if first.bias is None else first.bias
    b2 = torch.zeros_like(second.weight[:, 0]) if second.bias is None else second.bias
    weight, bias = second.weight @ first.weight, second.weight @ b1 + b2
    second.weight = nn.Parameter(weight.detach())
    second.bias = nn.Parameter(bias.detach())
    second.in_features = first.in_features
    return second
