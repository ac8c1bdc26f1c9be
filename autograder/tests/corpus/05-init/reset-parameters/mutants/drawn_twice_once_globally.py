"""What the global generator gave is overwritten, but it has moved.

verdict: partly
idea: global-generator-used
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    layer.reset_parameters()
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
