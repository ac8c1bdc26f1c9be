"""In evaluation mode nothing is drawn.

verdict: failed
idea: old-values-kept
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    if not layer.training:
        return
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.weight.uniform_(-bound, bound, generator=generator)
    if layer.bias is not None:
        layer.bias.uniform_(-bound, bound, generator=generator)
