"""Without a bias the intercept is dropped and the slope stays.

verdict: partly
idea: slope-kept
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    intercept = y.mean() - slope * x.mean()
    return slope, intercept if bias else torch.zeros_like(intercept)
