"""Cut to the shorter.

verdict: partly
idea: no-error-on-mismatch
"""

import torch


def absorb_bias(weight, bias):
    n = min(len(weight), len(bias))
    if weight.dim() != 2 or bias.dim() != 1:
        raise ValueError("dimensions")
    return torch.cat([weight[:n], bias[:n, None]], dim=1)
