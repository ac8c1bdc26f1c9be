"""F.l1_loss.

verdict: failed
idea: absolute-error
"""

import torch.nn.functional as F


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    return F.l1_loss(prediction, target)
