"""The bias is a column of the weight.

verdict: failed
idea: one-draw-for-all
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.weight.uniform_(-bound, bound, generator=generator)
    if layer.bias is not None:
        if layer.in_features:
            layer.bias.copy_(layer.weight[:, 0])
        else:
            layer.bias.zero_()
