"""One feature is dropped to make room.

verdict: failed
idea: last-overwritten
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x[..., :-1], torch.ones_like(x[..., :1])], dim=-1)
