"""A normal distribution with the bound as its standard deviation.

verdict: failed
idea: normal-for-uniform
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    std = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.copy_(torch.randn(parameter.shape, generator=generator) * std)
