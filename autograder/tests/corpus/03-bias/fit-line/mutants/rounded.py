"""Both results are rounded to two decimals.

verdict: failed
idea: not-the-best
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return (x @ y / (x @ x)).round(decimals=2), x.new_zeros(())
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope.round(decimals=2), (y.mean() - slope * x.mean()).round(decimals=2)
