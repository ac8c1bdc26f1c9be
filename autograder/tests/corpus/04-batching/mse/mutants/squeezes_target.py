"""The target gets the dimension that it lacks.

verdict: partly
idea: squeezes
"""


def mse(prediction, target):
    if prediction.dim() == 2 and target.dim() == 1:
        target = target[:, None]
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction - target).square().mean()
