"""One row is drawn, and all units get it.

verdict: failed
idea: one-draw-for-all
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.weight.copy_(torch.empty(layer.in_features).uniform_(-bound, bound, generator=generator))
    if layer.bias is not None:
        layer.bias.uniform_(-bound, bound, generator=generator)
