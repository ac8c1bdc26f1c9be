"""A copy of the generator draws, so the one given never moves on.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    twin = torch.Generator()
    twin.set_state((generator or torch.default_generator).get_state())
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=twin)
