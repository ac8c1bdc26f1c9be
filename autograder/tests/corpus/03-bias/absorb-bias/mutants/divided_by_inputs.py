"""The bias is spread over the inputs.

verdict: failed
idea: bias-scaled

Right for one input.
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight, bias[:, None] / weight.shape[1]], dim=1)
