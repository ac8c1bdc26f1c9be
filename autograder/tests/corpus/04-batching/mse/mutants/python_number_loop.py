"""Summed up in Python numbers.

verdict: failed
idea: not-a-tensor
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    pairs = list(zip(prediction.flatten().tolist(), target.flatten().tolist()))
    return sum((p - t) ** 2 for p, t in pairs) / len(pairs)
