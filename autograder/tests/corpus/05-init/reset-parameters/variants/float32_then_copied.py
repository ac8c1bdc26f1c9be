"""Drawn in float32 whatever the layer's dtype; copy_ converts.

verdict: passed
"""

import torch


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    with torch.no_grad():
        for value in (layer.weight, layer.bias):
            if value is not None:
                value.copy_(torch.rand(value.shape, generator=generator).sub(0.5).mul(2 * bound))
