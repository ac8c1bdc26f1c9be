"""One number for all entries.

verdict: failed
idea: one-draw-for-all
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.fill_(torch.empty(()).uniform_(-bound, bound, generator=generator).item())
