"""A single vector comes back as a batch of one.

verdict: failed
idea: vector-becomes-row
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    x = torch.atleast_2d(x)
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], dim=-1)
