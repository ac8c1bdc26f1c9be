"""The lower end is left at zero.

verdict: failed
idea: one-sided
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.weight.uniform_(0, bound, generator=generator)
    if layer.bias is not None:
        layer.bias.uniform_(0, bound, generator=generator)
