"""LeCun's: a standard deviation of one over the root.

verdict: failed
idea: another-recipe
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = (3 / layer.in_features) ** 0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
