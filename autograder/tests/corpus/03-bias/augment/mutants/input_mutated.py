"""x itself is resized.

verdict: failed
idea: input-mutated
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    ones = x.new_ones(*x.shape[:-1], 1)
    y = torch.cat([x, ones], dim=-1)
    with torch.no_grad():
        x.mul_(0)
    return y
