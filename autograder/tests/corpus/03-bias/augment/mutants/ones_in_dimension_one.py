"""dim=1 is the last dimension of a batch, and of nothing else.

verdict: partly
idea: ones-in-dimension-one
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() == 1:
        return torch.cat([x, x.new_ones(1)])
    shape = list(x.shape)
    shape[1] = 1
    return torch.cat([x, x.new_ones(shape)], dim=1)
