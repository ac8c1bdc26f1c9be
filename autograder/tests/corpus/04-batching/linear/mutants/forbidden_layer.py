"""An nn.Linear filled with the values.

verdict: review
idea: forbidden
"""

import torch
from torch import nn


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    layer = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    values = {"weight": weight} | ({} if bias is None else {"bias": bias})
    return torch.func.functional_call(layer, values, x)
