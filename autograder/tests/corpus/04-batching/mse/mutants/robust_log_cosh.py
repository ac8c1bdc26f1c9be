"""Errors above one count by their size.

verdict: failed
idea: robust-loss
"""

import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    error = (prediction - target).abs()
    return torch.where(error > 1, error, error**2).mean()
