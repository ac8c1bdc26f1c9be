"""Cut to the shorter.

verdict: partly
idea: no-error-on-mismatch
"""


def fit_line(x, y, bias=True):
    n = min(len(x), len(y))
    x, y = x[:n].flatten(), y[:n].flatten()
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
