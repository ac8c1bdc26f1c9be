"""Padding on the left.

verdict: failed
idea: ones-first
"""

import torch.nn.functional as F


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return F.pad(x, (1, 0), value=1.0)
