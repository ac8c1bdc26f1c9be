"""The slope is not squared in the gain.

verdict: failed
idea: slope-wrong
"""

import math

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    gain = math.sqrt(2 / (1 + math.sqrt(5)))
    bound = gain * math.sqrt(3 / layer.in_features) if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
