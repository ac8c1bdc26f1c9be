"""One number a column.

verdict: failed
idea: not-reduced
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    squares = (prediction - target).square()
    return squares.mean(0) if squares.dim() else squares
