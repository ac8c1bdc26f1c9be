"""The mean of the bias for all outputs.

verdict: failed
idea: one-number-for-all
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight, bias.mean().repeat(len(bias), 1)], dim=1)
