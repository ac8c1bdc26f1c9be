"""Random numbers are appended.

verdict: failed
idea: not-ones
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x, torch.rand_like(x[..., :1])], dim=-1)
