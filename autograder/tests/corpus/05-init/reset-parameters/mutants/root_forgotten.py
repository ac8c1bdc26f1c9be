"""One over the inputs.

verdict: failed
idea: root-forgotten
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = 1 / layer.in_features if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
