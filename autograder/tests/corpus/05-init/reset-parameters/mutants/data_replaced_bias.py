"""New memory for the bias alone.

verdict: partly
idea: memory-replaced
"""

import torch


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.weight.data.uniform_(-bound, bound, generator=generator)
    if layer.bias is not None:
        unit = torch.rand(len(layer.bias), generator=generator, dtype=layer.bias.dtype)
        layer.bias.data = (unit * 2 - 1) * bound
