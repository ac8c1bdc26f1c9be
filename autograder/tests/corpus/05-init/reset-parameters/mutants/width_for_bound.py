"""rand minus a half, times the bound: half the range.

verdict: failed
idea: width-for-bound
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.copy_((torch.rand(parameter.shape, generator=generator) - 0.5) * bound)
