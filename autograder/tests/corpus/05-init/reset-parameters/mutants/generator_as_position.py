"""The generator lands in the place of another argument.

verdict: error
idea: argument-misplaced
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator)
