"""Divided by N + 1.

verdict: failed
idea: count-off
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    error = prediction - target
    return error.square().sum() / (error.numel() + 1)
