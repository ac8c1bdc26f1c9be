"""The covariance over the standard deviation.

verdict: partly
idea: ratio-of-spreads
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    slope = torch.cov(torch.stack([x, y]))[0, 1] / x.std()
    return slope, y.mean() - slope * x.mean()
