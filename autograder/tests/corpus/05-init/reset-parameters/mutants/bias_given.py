"""A layer without a bias is given one.

verdict: failed
idea: bias-none-forgotten
"""

import torch
from torch import nn


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    if layer.bias is None:
        layer.bias = nn.Parameter(torch.empty(layer.out_features, dtype=layer.weight.dtype))
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
