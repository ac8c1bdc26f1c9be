"""The mean is squared, so that errors of either sign cancel.

verdict: failed
idea: square-of-mean
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction - target).mean() ** 2
