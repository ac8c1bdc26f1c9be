"""A layer without bias that holds the matrix.

verdict: failed
idea: not-a-tensor
"""

import torch
from torch import nn


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    layer = nn.Linear(weight.shape[1] + 1, len(weight), bias=False)
    with torch.no_grad():
        layer.weight.copy_(torch.cat([weight, bias[:, None]], 1))
    return layer
