"""The results went through bfloat16.

verdict: failed
idea: not-the-best
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    dtype, x, y = x.dtype, x.bfloat16().float(), y.bfloat16().float()
    if not bias:
        return (x @ y / (x @ x)).to(dtype), torch.zeros((), dtype=dtype)
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope.to(dtype), (y.mean() - slope * x.mean()).to(dtype)
