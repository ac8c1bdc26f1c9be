"""The means are compared.

verdict: failed
idea: square-of-mean
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction.mean() - target.mean()).square()
