"""NaN in the place of an error.

verdict: partly
idea: no-error-on-mismatch
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        return prediction.new_tensor(float("nan"))
    return (prediction - target).square().mean()
