"""An assertion.

verdict: partly
idea: wrong-error-type
"""


def mse(prediction, target):
    assert prediction.shape == target.shape, "shapes differ"
    return (prediction - target).square().mean()
