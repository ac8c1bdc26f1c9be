"""torch.var, without correction.

verdict: failed
idea: mean-removed
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction - target).var(correction=0)
