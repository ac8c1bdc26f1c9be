"""Added to the weights, and a column of ones.

verdict: failed
idea: bias-added
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight + bias[:, None], torch.ones_like(bias[:, None])], dim=1)
