"""The Parameter objects are given new memory.

verdict: partly
idea: memory-replaced
"""

import torch


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        fresh = torch.empty(parameter.shape, dtype=parameter.dtype)
        parameter.data = fresh.uniform_(-bound, bound, generator=generator)
