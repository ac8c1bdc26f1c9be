"""No return.

verdict: failed
idea: returns-nothing
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    loss = (prediction - target).square().mean()
