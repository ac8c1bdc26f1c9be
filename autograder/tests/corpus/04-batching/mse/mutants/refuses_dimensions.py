"""Only vectors pass.

verdict: error
idea: refuses-what-fits
"""


def mse(prediction, target):
    if prediction.dim() != 1 or prediction.shape != target.shape:
        raise ValueError("vectors only")
    return (prediction - target).square().mean()
