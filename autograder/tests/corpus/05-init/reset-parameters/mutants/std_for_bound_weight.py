"""Only the weight, by leaving out the root of three.

verdict: failed
idea: std-for-bound
"""

import math

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    fan_in = layer.in_features
    if fan_in:
        std = math.sqrt(2 / (1 + 5)) / math.sqrt(fan_in)
        layer.weight.uniform_(-std, std, generator=generator)
    if layer.bias is not None:
        bound = 1 / math.sqrt(fan_in) if fan_in else 0.0
        layer.bias.uniform_(-bound, bound, generator=generator)
