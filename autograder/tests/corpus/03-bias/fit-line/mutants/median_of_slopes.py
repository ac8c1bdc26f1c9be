"""The middle one of all slopes between two points.

verdict: partly
idea: some-points-only
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    i, j = torch.triu_indices(len(x), len(x), 1)
    slope = ((y[j] - y[i]) / (x[j] - x[i])).median()
    return slope, (y - slope * x).median()
