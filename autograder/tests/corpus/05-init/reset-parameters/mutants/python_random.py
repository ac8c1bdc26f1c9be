"""Python's random numbers.

verdict: partly
idea: other-source
"""

import random

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        numbers = [random.uniform(-bound, bound) for _ in range(parameter.numel())]
        parameter.copy_(torch.tensor(numbers).view(parameter.shape))
