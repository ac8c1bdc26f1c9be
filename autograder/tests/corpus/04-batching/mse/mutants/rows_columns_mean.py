"""The mean over the last dimension, then a sum.

verdict: failed
idea: divided-by-columns
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    squares = (prediction - target) ** 2
    return squares.mean(-1).sum() if squares.dim() else squares
