"""The error is returned and not raised.

verdict: partly
idea: no-error-on-mismatch
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        return ValueError("shapes differ")
    return (prediction - target).square().mean()
