"""Divided by the target.

verdict: failed
idea: relative-error
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return ((prediction - target) / target).square().mean()
