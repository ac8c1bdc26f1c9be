"""A bias is taken for granted.

verdict: error
idea: bias-none-forgotten
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    units = torch.cat([first.weight, second.weight.T, first.bias[:, None]], dim=1)
    return len(units.unique(dim=0)) < len(units)
