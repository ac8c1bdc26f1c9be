"""Only the number of dimensions is compared.

verdict: partly
idea: broadcasts
"""


def mse(prediction, target):
    if prediction.dim() != target.dim():
        raise ValueError("dimensions differ")
    try:
        return (prediction - target).square().mean()
    except RuntimeError:
        raise ValueError("sizes differ")
