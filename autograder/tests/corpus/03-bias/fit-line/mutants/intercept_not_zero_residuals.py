"""The intercept is the mean of what the line leaves over.

verdict: partly
idea: intercept-not-zero
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    slope = x @ y / (x @ x)
    if bias:
        d = x - x.mean()
        slope = d @ y / (d @ d)
    return slope, (y - slope * x).mean()
