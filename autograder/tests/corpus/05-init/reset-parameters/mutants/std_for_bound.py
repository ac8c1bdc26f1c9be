"""The standard deviation as the end of the range.

verdict: failed
idea: std-for-bound
"""

import math

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = 1 / math.sqrt(3 * layer.in_features) if layer.in_features else 0.0
    layer.weight.uniform_(-bound, bound, generator=generator)
    if layer.bias is not None:
        layer.bias.uniform_(-bound, bound, generator=generator)
