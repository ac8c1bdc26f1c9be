"""The square multiplied out, in float64.

verdict: passed
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    p, t = prediction.double(), target.double()
    return (p * p - 2 * p * t + t * t).mean().to(prediction.dtype)
