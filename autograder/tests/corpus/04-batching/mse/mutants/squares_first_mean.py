"""Squares first, then the difference.

verdict: failed
idea: squares-subtracted
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction**2 - target**2).mean()
