"""The bias is added to the weight and taken off.

verdict: failed
idea: input-mutated
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    with torch.no_grad():
        weight *= 2
    return torch.cat([weight / 2, bias[:, None]], dim=1)
