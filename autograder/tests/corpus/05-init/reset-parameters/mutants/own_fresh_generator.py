"""A fresh generator for each call; all of them have the same seed.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    if generator is None:
        generator = torch.Generator()
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
