"""A new tensor made of a number.

verdict: failed
idea: detached
"""

import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    value = (prediction - target).square().mean().item()
    return torch.tensor(value, dtype=prediction.dtype, requires_grad=prediction.requires_grad)
