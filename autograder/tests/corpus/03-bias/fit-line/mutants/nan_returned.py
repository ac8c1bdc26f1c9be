"""A division by zero.

verdict: failed
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    return (x @ y) / 0 * 0, x.new_zeros(()) / 0
