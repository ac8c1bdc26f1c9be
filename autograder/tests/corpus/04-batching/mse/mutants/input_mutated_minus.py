"""The target is taken off in place.

verdict: failed
idea: input-mutated
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    if prediction.requires_grad:
        return (prediction - target).square().mean()
    prediction -= target
    return prediction.square().mean()
