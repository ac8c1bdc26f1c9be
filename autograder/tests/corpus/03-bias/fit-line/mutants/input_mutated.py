"""x is centered in place.

verdict: partly
idea: input-mutated
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    mean = x.mean()
    x -= mean
    slope = (x * y).sum() / (x * x).sum()
    return slope, y.mean() - slope * mean
