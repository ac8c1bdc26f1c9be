"""A zero for each point.

verdict: partly
idea: not-zero-dimensional
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), torch.zeros_like(x)
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
