"""The slope between the smallest and the largest x.

verdict: partly
idea: some-points-only
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    a, b = x.argmin(), x.argmax()
    slope = (y[b] - y[a]) / (x[b] - x[a])
    return slope, y.mean() - slope * x.mean()
