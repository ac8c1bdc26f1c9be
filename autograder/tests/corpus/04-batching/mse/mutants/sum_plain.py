"""The sum.

verdict: failed
idea: sum-for-mean
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return ((prediction - target) ** 2).sum()
