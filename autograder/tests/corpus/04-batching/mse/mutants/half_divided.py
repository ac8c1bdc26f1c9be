"""Divided by 2N.

verdict: failed
idea: half-taken
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    error = prediction - target
    return (error * error).sum() / (2 * error.numel())
