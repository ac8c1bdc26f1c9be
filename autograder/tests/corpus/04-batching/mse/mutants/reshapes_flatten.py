"""Both are flattened, and the lengths compared.

verdict: partly
idea: reshapes
"""


def mse(prediction, target):
    prediction, target = prediction.flatten(), target.flatten()
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction - target).square().mean()
