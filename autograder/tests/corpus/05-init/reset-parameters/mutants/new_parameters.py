"""New Parameter objects.

verdict: partly
idea: parameter-replaced
"""

import torch
from torch import nn


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0

    def draw(old):
        fresh = torch.empty(old.shape, dtype=old.dtype).uniform_(-bound, bound, generator=generator)
        return nn.Parameter(fresh, requires_grad=old.requires_grad)

    layer.weight = draw(layer.weight)
    if layer.bias is not None:
        layer.bias = draw(layer.bias)
