"""The weight alone, its range squared.

verdict: failed
idea: root-forgotten
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.weight.uniform_(-(bound**2), bound**2, generator=generator)
    if layer.bias is not None:
        layer.bias.uniform_(-bound, bound, generator=generator)
