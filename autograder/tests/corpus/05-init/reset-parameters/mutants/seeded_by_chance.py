"""A generator of its own with a seed from the system, also where one was given.

verdict: partly
idea: other-source
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    own = torch.Generator()
    own.seed()
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=own)
