"""Under no_grad.

verdict: failed
idea: detached
"""

import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    with torch.no_grad():
        return (prediction - target).square().mean()
