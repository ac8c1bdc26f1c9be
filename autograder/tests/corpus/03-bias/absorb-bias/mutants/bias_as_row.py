"""The bias is one more row.

verdict: failed
idea: bias-as-row

Only a square weight lets it through.
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight, bias[None, :]], dim=0)
