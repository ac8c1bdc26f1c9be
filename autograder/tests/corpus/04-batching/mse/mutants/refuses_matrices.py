"""Only batches of rows pass.

verdict: error
idea: refuses-what-fits
"""


def mse(prediction, target):
    if prediction.dim() != 2 or prediction.shape != target.shape:
        raise ValueError("(N, out) only")
    return (prediction - target).square().mean()
