"""Always float32.

verdict: failed
idea: dtype-forced
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction.float() - target.float()).square().mean()
