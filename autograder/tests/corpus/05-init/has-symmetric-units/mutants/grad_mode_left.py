"""Gradients are switched off for good.

verdict: failed
idea: grad-mode-left
"""

import torch


def has_symmetric_units(first, second):
    torch.set_grad_enabled(False)
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    units = torch.cat([first.weight, second.weight.T], dim=1)
    if first.bias is not None:
        units = torch.cat([units, first.bias[:, None]], dim=1)
    return len(units.unique(dim=0)) < len(units)
