"""An assertion looks at the shapes.

verdict: partly
idea: wrong-error-type
"""


def fit_line(x, y, bias=True):
    assert x.dim() == 1 and x.shape == y.shape
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
