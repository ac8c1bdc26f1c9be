"""view refuses what does not lie in one piece.

verdict: partly
idea: view-on-other-memory
"""

import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    rows = x.view(x.shape[:-1].numel(), x.shape[-1])
    rows = torch.cat([rows, torch.ones_like(rows[:, :1])], dim=1)
    return rows.view(*x.shape[:-1], x.shape[-1] + 1)
