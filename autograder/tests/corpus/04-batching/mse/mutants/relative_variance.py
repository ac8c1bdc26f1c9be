"""Divided by the target's variance, as in R².

verdict: failed
idea: relative-error
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError("shapes differ")
    return (prediction - target).square().mean() / target.var()
