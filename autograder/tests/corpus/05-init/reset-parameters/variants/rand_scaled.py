"""Numbers between 0 and 1, stretched and moved, then copied.

verdict: passed
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        unit = torch.rand(parameter.shape, generator=generator, dtype=parameter.dtype)
        parameter.copy_((2 * unit - 1) * bound)
