"""No return without a bias.

verdict: partly
idea: returns-nothing
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    if bias:
        return slope, y.mean() - slope * x.mean()
