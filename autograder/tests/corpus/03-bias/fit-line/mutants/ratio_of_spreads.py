"""The spread of y over that of x.

verdict: partly
idea: ratio-of-spreads
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    slope = y.std() / x.std()
    return slope, y.mean() - slope * x.mean()
