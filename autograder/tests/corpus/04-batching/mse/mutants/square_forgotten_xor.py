"""The other way round.

verdict: failed
idea: square-forgotten
"""

import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return torch.mean(target - prediction)
