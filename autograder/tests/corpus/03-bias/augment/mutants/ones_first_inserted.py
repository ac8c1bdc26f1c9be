"""Written into the first column.

verdict: failed
idea: ones-first
"""


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    y = x.new_ones(*x.shape[:-1], x.shape[-1] + 1)
    y[..., 1:] = x
    return y
