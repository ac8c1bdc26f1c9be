"""The same, written into an identity.

verdict: failed
idea: homogeneous
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    wide = torch.eye(weight.shape[0] + 1, weight.shape[1] + 1, dtype=weight.dtype)
    wide[:-1, :-1] = weight
    wide[:-1, -1] = bias
    return wide
