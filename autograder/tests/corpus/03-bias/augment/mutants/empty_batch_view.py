"""view(-1, …) cannot be worked out for nothing.

verdict: partly
idea: empty-batch-fails
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    rows = x.reshape(-1, x.shape[-1])
    rows = torch.cat([rows, torch.ones_like(rows[:, :1])], dim=1)
    if x.numel() == 0:
        return rows
    return rows.reshape(*x.shape[:-1], -1)
