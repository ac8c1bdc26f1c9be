"""Compares the lengths, so that (N, 1) meets (N,).

verdict: partly
idea: broadcasts
"""


def mse(prediction, target):
    if prediction.dim() and target.dim() and len(prediction) != len(target):
        raise ValueError("lengths differ")
    return (prediction - target).square().mean()
