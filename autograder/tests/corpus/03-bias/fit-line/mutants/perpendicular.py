"""Distances are measured at a right angle to the line.

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
        return x @ y / (x @ x), x.new_zeros(())
    points = torch.stack([x - x.mean(), y - y.mean()], dim=1)
    direction = torch.linalg.svd(points, full_matrices=False).Vh[0]
    slope = direction[1] / direction[0]
    return slope, y.mean() - slope * x.mean()
