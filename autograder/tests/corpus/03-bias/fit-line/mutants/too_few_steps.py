"""Gradient descent that stops too early.

verdict: partly
idea: not-the-best

Without a bias it arrives.
"""


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    slope, intercept = x.new_zeros(()), x.new_zeros(())
    lr = 0.4 / (x.square().mean() + 1)
    for _ in range(60):
        error = slope * x + intercept - y
        slope = slope - lr * 2 * (error * x).mean()
        if bias:
            intercept = intercept - lr * 2 * error.mean()
    return slope, intercept
