"""Only the first row is looked at.

verdict: failed
idea: entries-left-out
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    squares = (prediction - target).square()
    return squares[0].mean() if squares.dim() else squares
