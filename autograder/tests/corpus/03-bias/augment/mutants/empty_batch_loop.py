"""A loop over rows, stacked.

verdict: partly
idea: empty-batch-fails
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() == 1:
        return torch.cat([x, x.new_ones(1)])
    return torch.stack([augment(row) for row in x])
