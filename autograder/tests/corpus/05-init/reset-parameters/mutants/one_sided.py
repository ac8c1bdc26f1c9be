"""rand times the bound: no number is negative.

verdict: failed
idea: one-sided
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.copy_(torch.rand(parameter.shape, generator=generator) * bound)
