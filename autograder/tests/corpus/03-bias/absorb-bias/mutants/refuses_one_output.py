"""One output is refused.

verdict: failed
idea: refuses-what-fits
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    if len(weight) == 1:
        raise ValueError("several outputs, please")
    return torch.cat([weight, bias[:, None]], dim=1)
