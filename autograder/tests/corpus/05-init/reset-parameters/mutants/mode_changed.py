"""The layer is put into training mode.

verdict: partly
idea: mode-changed
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.train().parameters():
        parameter.uniform_(-bound, bound, generator=generator)
