"""Ones in float64 make all float64.

verdict: failed
idea: dtype-forced
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x, torch.ones(*x.shape[:-1], 1, dtype=torch.float64)], dim=-1)
