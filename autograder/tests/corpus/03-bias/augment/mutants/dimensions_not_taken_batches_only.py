"""A batch only: len(x) rows, dim=1.

verdict: error
idea: dimensions-not-taken
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x, torch.ones(len(x), 1, dtype=x.dtype)], dim=1)
