"""A new Parameter for the bias alone.

verdict: partly
idea: parameter-replaced
"""

import torch
from torch import nn


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    nn.init.uniform_(layer.weight, -bound, bound, generator=generator)
    if layer.bias is not None:
        fresh = torch.empty_like(layer.bias).uniform_(-bound, bound, generator=generator)
        layer.bias = nn.Parameter(fresh.detach(), layer.bias.requires_grad)
