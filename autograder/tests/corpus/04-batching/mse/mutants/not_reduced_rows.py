"""One number a row.

verdict: failed
idea: not-reduced
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    squares = (prediction - target).square()
    return squares.mean(-1) if squares.dim() > 1 else squares.mean()
