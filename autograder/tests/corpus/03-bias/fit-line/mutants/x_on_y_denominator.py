"""The spread of y below the line, with a bias.

verdict: partly
idea: x-on-y
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    dx, dy = x - x.mean(), y - y.mean()
    slope = dx @ dy / (dy @ dy)
    return slope, y.mean() - slope * x.mean()
