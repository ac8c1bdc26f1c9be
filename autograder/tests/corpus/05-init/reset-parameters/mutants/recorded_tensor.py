"""The parameter's place is taken by the outcome of an operation, which has a graph.

verdict: failed
idea: graph-recorded
"""

import torch


def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    layer.requires_grad_(True)
    for name in ("weight", "bias"):
        old = getattr(layer, name)
        if old is not None:
            fresh = torch.empty_like(old).detach().uniform_(-bound, bound, generator=generator)
            del layer._parameters[name]
            setattr(layer, name, old * 0 + fresh)
