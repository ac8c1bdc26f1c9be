"""As many ones as features.

verdict: failed
idea: too-many-ones
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x, torch.ones_like(x)], dim=-1)
