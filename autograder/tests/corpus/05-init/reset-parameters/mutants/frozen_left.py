"""Frozen parameters are left as they are.

verdict: failed
idea: old-values-kept
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        if parameter.requires_grad:
            parameter.uniform_(-bound, bound, generator=generator)
