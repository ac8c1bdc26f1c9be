"""One number a unit.

verdict: failed
idea: one-draw-for-all
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for row in layer.weight:
        row.fill_(torch.empty(()).uniform_(-bound, bound, generator=generator).item())
    if layer.bias is not None:
        layer.bias.uniform_(-bound, bound, generator=generator)
