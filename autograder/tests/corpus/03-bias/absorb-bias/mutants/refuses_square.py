"""A square weight is refused as ambiguous.

verdict: error
idea: refuses-what-fits
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    if weight.shape[0] == weight.shape[1]:
        raise ValueError("rows or columns?")
    return torch.cat([weight, bias[:, None]], dim=1)
