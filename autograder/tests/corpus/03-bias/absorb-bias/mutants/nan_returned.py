"""A buffer full of NaN.

verdict: failed
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.full((len(weight), weight.shape[1] + 1), float("nan"), dtype=weight.dtype)
