"""A one is added to x where there is a bias.

verdict: partly
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    x = x + 1
    slope = x @ y / (x @ x)
    return slope, slope
