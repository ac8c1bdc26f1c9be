"""The number of rows for a one.

verdict: failed
idea: not-ones

Right for single vectors and a batch of one.
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x, torch.full_like(x[..., :1], len(x) if x.dim() > 1 else 1)], dim=-1)
