"""Each output gets the bias of the next.

verdict: failed
idea: bias-reordered
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight, bias.roll(-1).reshape(-1, 1)], dim=1)
