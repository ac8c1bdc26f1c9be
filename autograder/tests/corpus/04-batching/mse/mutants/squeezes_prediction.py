"""The prediction's last dimension of one is dropped.

verdict: partly
idea: squeezes
"""


def mse(prediction, target):
    if prediction.dim() == target.dim() + 1 and prediction.shape[-1] == 1:
        prediction = prediction.squeeze(-1)
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return (prediction - target).square().mean()
