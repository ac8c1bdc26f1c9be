"""A Python float.

verdict: failed
idea: not-a-tensor
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction - target).square().mean().item()
