"""Switched on again, but not after every return.

verdict: failed
idea: grad-mode-left
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    torch.set_grad_enabled(False)
    units = torch.cat([first.weight, second.weight.T], dim=1)
    if first.bias is not None:
        units = torch.cat([units, first.bias[:, None]], dim=1)
    for i in range(len(units)):
        for j in range(i):
            if torch.equal(units[i], units[j]):
                return True
    torch.set_grad_enabled(True)
    return False
