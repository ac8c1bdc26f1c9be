"""torch's own errors are relied on.

verdict: partly
idea: wrong-error-type
"""

import torch


def fit_line(x, y, bias=True):
    if not bias:
        return torch.dot(x, y) / torch.dot(x, x), x.new_zeros(())
    dx = x - x.mean()
    slope = torch.dot(dx, y) / torch.dot(dx, dx)
    return slope, y.mean() - slope * x.mean()
