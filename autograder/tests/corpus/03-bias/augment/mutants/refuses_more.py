"""More than two dimensions are refused.

verdict: partly
idea: refuses-what-fits
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() > 2:
        raise ValueError("at most two dimensions")
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], dim=-1)
