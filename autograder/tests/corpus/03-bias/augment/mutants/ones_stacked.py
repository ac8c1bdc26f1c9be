"""Each number gets a one at its side.

verdict: failed
idea: ones-stacked
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.stack([x, torch.ones_like(x)], dim=-1)
