"""One more row, for any leading dimensions.

verdict: failed
idea: ones-as-row
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() == 1:
        return torch.cat([x, x.new_ones(1)])
    return torch.cat([x, x.new_ones(*x.shape[:-2], 1, x.shape[-1])], dim=-2)
