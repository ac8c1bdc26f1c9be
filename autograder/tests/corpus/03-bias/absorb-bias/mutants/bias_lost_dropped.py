"""What is put together is thrown away.

verdict: failed
idea: bias-lost
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    torch.cat([weight, bias[:, None]], dim=1)
    return weight.clone()
