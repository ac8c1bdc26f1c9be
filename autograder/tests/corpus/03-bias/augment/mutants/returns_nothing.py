"""Printed.

verdict: failed
idea: returns-nothing
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    print(torch.cat([x, torch.ones_like(x[..., :1])], dim=-1))
