"""Reads the numbers as they lie in memory.

verdict: failed
idea: memory-order-read
"""

import torch


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    lying = x.as_strided(x.shape, torch.empty(x.shape).stride()) if x.dim() > 1 else x
    y = lying @ weight.T if bias is None else lying @ weight.T + bias
    return y
