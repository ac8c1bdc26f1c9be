"""load_state_dict with assign=True puts new objects in.

verdict: partly
idea: parameter-replaced
"""

import torch


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    flags = [p.requires_grad for p in layer.parameters()]
    state = {
        name: torch.empty_like(value).uniform_(-bound, bound, generator=generator)
        for name, value in layer.state_dict().items()
    }
    layer.load_state_dict(state, assign=True)
    for parameter, flag in zip(layer.parameters(), flags):
        parameter.requires_grad_(flag)
