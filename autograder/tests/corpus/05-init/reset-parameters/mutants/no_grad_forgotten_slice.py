"""Entry by entry, recorded all the same.

verdict: error
idea: no-grad-forgotten
"""

import torch


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.weight[:] = torch.empty(layer.weight.shape).uniform_(-bound, bound, generator=generator)
    if layer.bias is not None:
        layer.bias[:] = torch.empty(layer.bias.shape).uniform_(-bound, bound, generator=generator)
