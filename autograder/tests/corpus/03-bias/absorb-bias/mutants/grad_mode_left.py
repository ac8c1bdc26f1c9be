"""Gradients stay switched off.

verdict: failed
idea: grad-mode-left
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    wide = torch.cat([weight, bias[:, None]], dim=1)
    torch.set_grad_enabled(False)
    return wide
