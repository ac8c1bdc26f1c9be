"""All shapes are right, of parameters and outputs.

verdict: failed
idea: shapes-alone
"""

import torch


def is_correct(candidate):
    layer = candidate(3, 2)
    shapes = {name: tuple(p.shape) for name, p in layer.named_parameters()}
    if shapes != {"weight": (2, 3), "bias": (2,)}:
        return False
    try:
        return layer(torch.ones(3)).shape == (2,) and layer(torch.ones(4, 3)).shape == (4, 2)
    except RuntimeError:
        return False
