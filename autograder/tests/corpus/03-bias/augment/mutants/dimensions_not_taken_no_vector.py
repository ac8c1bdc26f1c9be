"""A single vector has no dimension 1.

verdict: error
idea: dimensions-not-taken
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    n = x.shape[:-1]
    if x.dim() == 1:
        x = x[:, None]
        return torch.cat([x, x.new_ones(n + (1,))], dim=1)
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], dim=-1)
