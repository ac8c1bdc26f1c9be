"""A RuntimeError, as torch would raise.

verdict: partly
idea: wrong-error-type
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise RuntimeError("shapes differ")
    return (prediction - target).square().mean()
