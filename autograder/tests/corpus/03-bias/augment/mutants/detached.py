"""Through a list.

verdict: failed
idea: detached
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    ones = torch.ones_like(x[..., :1])
    return torch.cat([x.detach(), ones], dim=-1)
