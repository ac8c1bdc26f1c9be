"""The norm, divided by the root of the count.

verdict: failed
idea: root-taken
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    error = prediction - target
    return error.norm() / error.numel() ** 0.5
