"""The same, and then the intercept is dropped.

verdict: partly
idea: origin-as-a-point
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        x, y = torch.cat([x.new_zeros(1), x]), torch.cat([y.new_zeros(1), y])
        dx = x - x.mean()
        return (dx * y).sum() / (dx * dx).sum(), x.new_zeros(())
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
