"""Cut to the shorter of the two.

verdict: partly
idea: no-error-on-mismatch
"""


def mse(prediction, target):
    if prediction.shape == target.shape:
        return (prediction - target).square().mean()
    n = min(prediction.numel(), target.numel())
    return (prediction.flatten()[:n] - target.flatten()[:n]).square().mean()
