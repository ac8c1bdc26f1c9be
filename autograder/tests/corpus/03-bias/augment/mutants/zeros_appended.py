"""Zeros are appended.

verdict: failed
idea: not-ones

pad fills with zeros, unless it is told otherwise.
"""

import torch.nn.functional as F


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return F.pad(x, (0, 1))
