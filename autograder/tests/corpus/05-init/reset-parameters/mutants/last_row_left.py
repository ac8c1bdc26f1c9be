"""The last row is left out.

verdict: failed
idea: old-values-kept
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for unit in range(layer.out_features - 1):
        layer.weight[unit].uniform_(-bound, bound, generator=generator)
    if layer.bias is not None:
        layer.bias.uniform_(-bound, bound, generator=generator)
