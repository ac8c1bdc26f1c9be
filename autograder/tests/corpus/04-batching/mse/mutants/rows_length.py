"""The sum divided by len(), the number of rows.

verdict: failed
idea: divided-by-rows
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    count = len(prediction) if prediction.dim() else 1
    return ((prediction - target) ** 2).sum() / count
