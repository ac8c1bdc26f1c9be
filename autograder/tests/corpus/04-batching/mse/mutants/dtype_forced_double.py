"""Always float64.

verdict: failed
idea: dtype-forced
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction.double() - target.double()).square().mean()
