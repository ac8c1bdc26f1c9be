"""A tuple of x and ones.

verdict: failed
idea: not-a-tensor
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return x, torch.ones_like(x[..., :1])
