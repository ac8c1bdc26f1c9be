"""The last feature is overwritten by the one.

verdict: failed
idea: last-overwritten
"""


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    y = x.clone()
    y[..., -1] = 1
    return y
