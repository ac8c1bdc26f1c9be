"""The dimension that is added is not taken away.

verdict: failed
idea: vector-becomes-row
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    if x.dim() == 1:
        x = x.unsqueeze(0)
    return torch.cat([x, x[..., :1] * 0 + 1], dim=-1)
