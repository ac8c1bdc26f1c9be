"""Leading dimensions come back folded.

verdict: partly
idea: leading-flattened
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() > 2:
        x = x.reshape(-1, x.shape[-1])
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], dim=-1)
