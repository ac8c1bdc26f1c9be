"""The Huber loss, which is half a square for small errors.

verdict: failed
idea: robust-loss
"""

import torch.nn.functional as F


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return F.smooth_l1_loss(prediction, target)
