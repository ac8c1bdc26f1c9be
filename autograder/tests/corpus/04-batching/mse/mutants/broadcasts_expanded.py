"""Broadcasts on purpose.

verdict: partly
idea: broadcasts
"""

import torch


def mse(prediction, target):
    prediction, target = torch.broadcast_tensors(prediction, target)
    return (prediction - target).pow(2).mean()
