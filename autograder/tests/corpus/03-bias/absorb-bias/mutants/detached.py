""".data of both.

verdict: failed
idea: detached
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return torch.cat([weight.data, bias.data[:, None]], dim=1)
