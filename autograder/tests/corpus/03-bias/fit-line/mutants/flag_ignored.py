"""There is a flag, and nothing is done with it.

verdict: partly
idea: flag-ignored
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
