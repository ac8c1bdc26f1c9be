"""The origin is a point with a very large weight.

verdict: partly
idea: intercept-not-zero

Nearly zero is not zero.
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        weights = torch.cat([torch.ones_like(x), x.new_tensor([1e5])])
        x, y = torch.cat([x, x.new_zeros(1)]), torch.cat([y, y.new_zeros(1)])
        table = torch.stack([x, torch.ones_like(x)], 1) * weights[:, None]
        slope, intercept = torch.linalg.lstsq(table, (weights * y)[:, None]).solution[:, 0]
        return slope, intercept
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
