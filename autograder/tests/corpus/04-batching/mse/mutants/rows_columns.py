"""Divided by the size of the last dimension.

verdict: failed
idea: divided-by-columns
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    squares = (prediction - target).square()
    return squares.sum() / squares.shape[-1] if squares.dim() else squares
