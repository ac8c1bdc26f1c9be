"""The parentheses are missing.

verdict: failed
idea: squares-subtracted
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction - target**2).mean()
