"""The number of outputs takes the place of the inputs.

verdict: failed
idea: fan-out
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.out_features**-0.5
    layer.weight.uniform_(-bound, bound, generator=generator)
    if layer.bias is not None:
        layer.bias.uniform_(-bound, bound, generator=generator)
