"""A last row of zeros and a one.

verdict: failed
idea: homogeneous

What computer graphics uses, where the one has to come out again.
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    wide = torch.cat([weight, bias[:, None]], dim=1)
    last = torch.zeros_like(wide[:1])
    last[0, -1] = 1
    return torch.cat([wide, last])
