"""The weight gets a column of ones.

verdict: failed
idea: ones-for-bias

That is what the input gets.
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight, weight.new_ones(len(weight), 1)], dim=1)
