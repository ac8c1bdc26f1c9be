"""A seed inside, so that results can be reproduced.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    generator = generator or torch.default_generator
    generator.manual_seed(0)
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.uniform_(-bound, bound, generator=generator)
