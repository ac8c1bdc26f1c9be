"""The ones have the default dtype, and the buffer too.

verdict: failed
idea: dtype-forced
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    y = torch.ones(*x.shape[:-1], x.shape[-1] + 1)
    y[..., :-1] = x
    return y
