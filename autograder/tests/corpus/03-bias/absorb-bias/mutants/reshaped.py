"""Everything in a row, cut anew.

verdict: failed
idea: memory-order

The shape is right; for one output everything is.
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight.flatten(), bias]).reshape(len(weight), -1)
