"""The gradients are cleared too.

verdict: partly
idea: gradients-changed
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.zero_grad()
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
