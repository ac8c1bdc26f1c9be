"""Dimensions of one are dropped on both sides.

verdict: partly
idea: squeezes
"""


def mse(prediction, target):
    prediction, target = prediction.squeeze(), target.squeeze()
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction - target).square().mean()
