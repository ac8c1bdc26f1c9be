"""A normal distribution, clipped to the range.

verdict: failed
idea: normal-for-uniform
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.normal_(0, bound / 3**0.5 if bound else 0.0, generator=generator)
        parameter.clamp_(-bound, bound)
