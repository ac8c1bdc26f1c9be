"""The same through the origin.

verdict: partly
idea: perpendicular
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        direction = torch.linalg.svd(torch.stack([x, y], dim=1), full_matrices=False).Vh[0]
        return direction[1] / direction[0], x.new_zeros(())
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
