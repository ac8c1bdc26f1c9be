"""Gradients are switched on afterwards, whatever was before.

verdict: partly
idea: grad-mode-left
"""

import torch


def reset_parameters(layer, generator=None):
    torch.set_grad_enabled(False)
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
    torch.set_grad_enabled(True)
