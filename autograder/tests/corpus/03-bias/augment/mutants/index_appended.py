"""Each row gets its number.

verdict: failed
idea: not-ones
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() == 1:
        return torch.cat([x, x.new_ones(1)])
    n = torch.arange(len(x), dtype=x.dtype).reshape(-1, *[1] * (x.dim() - 1))
    return torch.cat([x, n.expand(*x.shape[:-1], 1)], dim=-1)
