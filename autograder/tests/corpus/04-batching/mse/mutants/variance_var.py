"""The variance of the error.

verdict: failed
idea: mean-removed
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    error = prediction - target
    return (error - error.mean()).square().mean()
