"""The message is printed, and None comes back.

verdict: partly
idea: no-error-on-mismatch
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        print("ValueError: shapes differ")
        return None
    return (prediction - target).square().mean()
