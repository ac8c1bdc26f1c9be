"""zeros_like where the bias is due.

verdict: failed
idea: bias-lost
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight, torch.zeros_like(bias).unsqueeze(-1)], dim=-1)
