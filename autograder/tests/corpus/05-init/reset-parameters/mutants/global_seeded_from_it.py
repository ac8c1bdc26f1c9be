"""The global generator is seeded with a number from the one given.

verdict: partly
idea: global-generator-used
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    if generator is not None:
        torch.manual_seed(torch.randint(2**31, (), generator=generator).item())
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound)
