"""The generator is set back to its seed first.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    if generator is not None:
        generator.manual_seed(generator.initial_seed())
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
