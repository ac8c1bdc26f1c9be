"""A column does as well.

verdict: partly
idea: no-error-on-mismatch
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.numel() != len(weight):
        raise ValueError("sizes")
    return torch.cat([weight, bias.reshape(-1, 1)], dim=1)
