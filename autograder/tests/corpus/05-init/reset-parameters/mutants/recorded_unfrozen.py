"""Frozen, written, and the flag set back on what has become part of a graph.

verdict: failed
idea: graph-recorded
"""

import torch


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    scale = torch.ones((), requires_grad=True)
    for parameter in layer.parameters():
        fresh = torch.empty_like(parameter).detach().uniform_(-bound, bound, generator=generator)
        parameter.requires_grad_(False)
        parameter.copy_(fresh * scale)
