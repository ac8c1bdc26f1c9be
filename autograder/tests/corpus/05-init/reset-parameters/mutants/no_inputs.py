"""No inputs: division by zero.

verdict: error
idea: no-inputs-forgotten
"""

import math

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = 1 / math.sqrt(layer.in_features)
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
