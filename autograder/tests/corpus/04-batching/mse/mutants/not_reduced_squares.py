"""One number an entry.

verdict: failed
idea: not-reduced
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction - target).square()
