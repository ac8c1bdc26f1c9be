"""** 2 and torch.mean.

verdict: passed
"""

import torch


def mse(prediction, target):
    if prediction.size() != target.size():
        raise ValueError("prediction and target need the same shape")
    return torch.mean((target - prediction) ** 2)
