"""The transpose of a square weight.

verdict: failed
idea: result-transposed
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    w = weight.T if weight.shape[0] == weight.shape[1] else weight
    return torch.cat([w, bias[:, None]], dim=1)
