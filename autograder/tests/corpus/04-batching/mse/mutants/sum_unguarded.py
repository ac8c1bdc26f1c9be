"""The sum, and no guard either.

verdict: failed
idea: sum-for-mean
"""

import torch


def mse(prediction, target):
    return torch.sum((prediction - target) ** 2)
