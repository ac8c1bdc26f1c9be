"""The ones are one more sample.

verdict: failed
idea: ones-as-row

Right for a single vector.
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x, torch.ones_like(x[:1])], dim=0)
