"""Results of shape (1,).

verdict: failed
idea: not-zero-dimensional
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return (x @ y / (x @ x)).reshape(1), x.new_zeros(1)
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope.reshape(1), (y.mean() - slope * x.mean()).reshape(1)
