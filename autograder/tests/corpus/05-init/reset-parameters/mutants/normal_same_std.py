"""A normal distribution with the right standard deviation.

verdict: failed
idea: normal-for-uniform
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    std = (3 * layer.in_features) ** -0.5 if layer.in_features else 0.0
    layer.weight.normal_(0, std, generator=generator)
    if layer.bias is not None:
        layer.bias.normal_(0, std, generator=generator)
