"""Without a bias: the mean of y / x.

verdict: partly
idea: mean-of-ratios

The best line if all points counted alike in slope; least squares looks at distances.
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return (y / x).mean(), x.new_zeros(())
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
