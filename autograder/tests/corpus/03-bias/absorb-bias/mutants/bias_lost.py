"""A column of zeros.

verdict: failed
idea: bias-lost

A buffer of the right shape, and the bias never written.
"""

import torch.nn.functional as F


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return F.pad(weight, (0, 1))
