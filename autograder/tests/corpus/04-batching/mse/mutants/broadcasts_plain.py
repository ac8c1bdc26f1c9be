"""No guard.

verdict: partly
idea: broadcasts
"""


def mse(prediction, target):
    return (prediction - target).square().mean()
