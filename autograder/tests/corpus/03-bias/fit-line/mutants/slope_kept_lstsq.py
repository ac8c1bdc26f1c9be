"""The same by least squares, with a column of ones in both cases.

verdict: partly
idea: slope-kept
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    table = torch.stack([x, torch.ones_like(x)], dim=1)
    slope, intercept = torch.linalg.lstsq(table, y[:, None]).solution[:, 0]
    if not bias:
        intercept = intercept * 0
    return slope, intercept
