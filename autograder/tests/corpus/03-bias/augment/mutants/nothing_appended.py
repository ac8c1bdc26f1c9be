"""x comes back as it was.

verdict: failed
idea: nothing-appended

The result of cat is thrown away.
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)
    return x.clone()
