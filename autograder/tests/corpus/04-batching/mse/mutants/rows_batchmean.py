"""Summed over the entries of a row, averaged over rows.

verdict: failed
idea: divided-by-rows
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    squares = (prediction - target).square()
    return squares.flatten(1).sum(1).mean() if squares.dim() > 1 else squares.mean()
