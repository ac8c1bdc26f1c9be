"""The ones come first.

verdict: failed
idea: ones-first
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x.new_ones(*x.shape[:-1], 1), x], dim=-1)
