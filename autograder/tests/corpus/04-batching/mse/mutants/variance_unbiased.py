"""torch.var as it is, which takes a single number for one without a variance.

verdict: failed
idea: mean-removed
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError("shapes differ")
    return (target - prediction).var()
