"""x is made to want gradients.

verdict: failed
idea: input-mutated
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if not x.requires_grad:
        x.requires_grad_()
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], dim=-1)
