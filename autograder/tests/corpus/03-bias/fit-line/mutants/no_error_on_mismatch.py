"""Shapes are not looked at; one number is spread.

verdict: partly
idea: no-error-on-mismatch
"""


def fit_line(x, y, bias=True):
    if not bias:
        return (x * y).sum() / (x * x).sum(), x.new_zeros(())
    dx = x - x.mean()
    slope = (dx * y).sum() / (dx * dx).sum()
    return slope, y.mean() - slope * x.mean()
