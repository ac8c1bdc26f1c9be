"""Features come first.

verdict: failed
idea: transposed
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    y = torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)
    return y if y.dim() == 1 else y.mT
