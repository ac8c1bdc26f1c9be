"""Columns are flattened without a word.

verdict: partly
idea: no-error-on-mismatch
"""


def fit_line(x, y, bias=True):
    x, y = x.flatten(), y.flatten()
    if len(x) != len(y):
        raise ValueError("lengths differ")
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
