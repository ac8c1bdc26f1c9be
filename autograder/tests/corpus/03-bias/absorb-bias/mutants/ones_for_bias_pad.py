"""Padded with ones.

verdict: failed
idea: ones-for-bias
"""

import torch.nn.functional as F


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return F.pad(weight, (0, 1), value=1.0)
