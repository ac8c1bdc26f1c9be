"""Half of it, as in some books.

verdict: failed
idea: half-taken
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return 0.5 * (prediction - target).square().mean()
