"""Ones on both sides.

verdict: failed
idea: too-many-ones
"""

import torch.nn.functional as F


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return F.pad(x, (1, 1), value=1.0)
