"""No inputs: left as it is.

verdict: failed
idea: no-inputs-forgotten
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    if layer.in_features == 0:
        return
    bound = layer.in_features**-0.5
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
