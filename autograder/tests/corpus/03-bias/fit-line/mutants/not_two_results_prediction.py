"""The heights of the line at each x.

verdict: failed
idea: not-two-results
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x * (x @ y / (x @ x))
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return y.mean() + slope * dx
