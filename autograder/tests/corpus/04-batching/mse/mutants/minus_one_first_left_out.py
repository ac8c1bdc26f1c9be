"""The first entry is left out.

verdict: failed
idea: entries-left-out
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    squares = (prediction - target).square().flatten()
    return squares[1:].sum() / len(squares)
