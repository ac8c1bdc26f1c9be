"""A buffer of the default dtype.

verdict: failed
idea: dtype-forced
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    wide = torch.zeros(len(weight), weight.shape[1] + 1)
    wide[:, :-1] = weight
    wide[:, -1] = bias
    return wide
