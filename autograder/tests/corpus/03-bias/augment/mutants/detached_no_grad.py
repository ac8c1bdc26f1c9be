"""Under no_grad.

verdict: failed
idea: detached
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    with torch.no_grad():
        return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)
