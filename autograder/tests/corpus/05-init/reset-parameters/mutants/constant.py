"""The bound itself in all places.

verdict: failed
idea: one-draw-for-all
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.fill_(bound)
