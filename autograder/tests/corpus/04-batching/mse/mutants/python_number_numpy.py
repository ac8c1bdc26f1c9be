"""A numpy number.

verdict: failed
idea: not-a-tensor
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return ((prediction.detach().numpy() - target.detach().numpy()) ** 2).mean()
