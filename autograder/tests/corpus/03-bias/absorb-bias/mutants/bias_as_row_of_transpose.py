"""A row below the transpose.

verdict: failed
idea: result-transposed

Right for x @ result, without the transpose.
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight.T, bias[None, :]], dim=0)
