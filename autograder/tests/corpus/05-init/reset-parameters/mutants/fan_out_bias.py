"""The bias is given a bound by its own length.

verdict: failed
idea: fan-out
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.weight.uniform_(-bound, bound, generator=generator)
    if layer.bias is not None:
        bound = len(layer.bias) ** -0.5
        layer.bias.uniform_(-bound, bound, generator=generator)
