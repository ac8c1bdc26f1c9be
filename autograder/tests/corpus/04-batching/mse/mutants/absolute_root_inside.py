"""The root of each square.

verdict: failed
idea: absolute-error
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return ((prediction - target) ** 2).sqrt().mean()
