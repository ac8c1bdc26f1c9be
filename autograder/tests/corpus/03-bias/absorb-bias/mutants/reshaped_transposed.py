"""The bias is put into memory order of the transpose.

verdict: failed
idea: memory-order
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight.reshape(weight.shape[1], weight.shape[0]).T, bias[:, None]], dim=1)
