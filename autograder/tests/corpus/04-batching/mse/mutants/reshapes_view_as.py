"""The target is viewed as the prediction.

verdict: partly
idea: reshapes
"""


def mse(prediction, target):
    if prediction.numel() != target.numel():
        raise ValueError("another number of entries")
    return (prediction - target.reshape(prediction.shape)).square().mean()
