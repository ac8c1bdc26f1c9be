"""Gradients are switched off and stay off.

verdict: failed
idea: grad-mode-left
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    y = torch.cat([x, x.new_ones(*x.shape[:-1], 1)], dim=-1)
    torch.set_grad_enabled(False)
    return y
