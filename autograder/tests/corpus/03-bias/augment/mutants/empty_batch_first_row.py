"""The first row is asked for its size.

verdict: partly
idea: empty-batch-fails
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() > 1:
        x.reshape(-1, x.shape[-1])[0]
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], dim=-1)
