"""The error as a vector, times itself.

verdict: passed
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    error = (prediction - target).reshape(-1)
    return error @ error / len(error)
