"""x is fitted by y, and the line turned around.

verdict: failed
idea: x-on-y

Right where the points lie on a line.
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return y @ y / (x @ y), x.new_zeros(())
    dx, dy = x - x.mean(), y - y.mean()
    slope = dy @ dy / (dx @ dy)
    return slope, y.mean() - slope * x.mean()
