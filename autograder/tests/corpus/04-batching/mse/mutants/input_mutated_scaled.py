"""The target is normalized in place afterwards.

verdict: failed
idea: input-mutated
"""

import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    loss = (prediction - target).square().mean()
    with torch.no_grad():
        target.div_(target.abs().max())
    return loss
