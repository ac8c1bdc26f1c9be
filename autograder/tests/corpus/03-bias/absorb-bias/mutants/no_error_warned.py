"""A warning, and None.

verdict: partly
idea: no-error-on-mismatch
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        print("does not fit")
        return None
    return torch.cat([weight, bias[:, None]], dim=1)
