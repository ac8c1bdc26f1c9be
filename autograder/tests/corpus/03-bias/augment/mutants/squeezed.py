"""A batch of one row loses its dimension.

verdict: failed
idea: squeezed
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1).squeeze()
