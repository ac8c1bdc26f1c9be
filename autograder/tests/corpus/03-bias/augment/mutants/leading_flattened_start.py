"""flatten, for more than two dimensions.

verdict: partly
idea: leading-flattened
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() >= 3:
        x = x.flatten(0, -2)
    ones = torch.ones_like(x[..., :1])
    return torch.cat((x, ones), dim=-1)
