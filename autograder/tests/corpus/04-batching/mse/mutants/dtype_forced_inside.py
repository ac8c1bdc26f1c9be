"""float16 on the way.

verdict: failed
idea: dtype-forced
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction.half() - target.half()).float().square().mean().to(prediction.dtype)
