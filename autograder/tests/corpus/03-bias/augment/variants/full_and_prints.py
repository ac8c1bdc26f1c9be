"""full, and prints.

verdict: passed
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    print(x.shape)
    column = torch.full((*x.shape[:-1], 1), 1.0, dtype=x.dtype)
    return torch.cat([x, column], dim=-1)
