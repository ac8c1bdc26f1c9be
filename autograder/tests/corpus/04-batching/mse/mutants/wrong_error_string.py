"""Raises a string, which is a TypeError.

verdict: partly
idea: wrong-error-type
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise "shapes differ"
    return (prediction - target).square().mean()
