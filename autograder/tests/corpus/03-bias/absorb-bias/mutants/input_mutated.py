"""The bias is reshaped in place.

verdict: failed
idea: input-mutated
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight, bias.unsqueeze_(1)], dim=1)
