"""A return inside the loop.

verdict: failed
idea: entries-left-out
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    total = 0
    for p, t in zip(prediction.flatten(), target.flatten()):
        total = total + (p - t) ** 2
        return total / prediction.numel()
