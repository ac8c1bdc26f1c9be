"""The numbers go into new names.

verdict: failed
idea: old-values-kept
"""

import torch


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    weight, bias = layer.weight, layer.bias
    weight = torch.empty(weight.shape).uniform_(-bound, bound, generator=generator)
    if bias is not None:
        bias = torch.empty(bias.shape).uniform_(-bound, bound, generator=generator)
