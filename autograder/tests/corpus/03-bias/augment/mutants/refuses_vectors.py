"""Vectors are refused.

verdict: error
idea: refuses-what-fits
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() < 2:
        raise ValueError("a batch, please")
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], dim=-1)
