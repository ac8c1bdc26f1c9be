"""Biases and columns.

verdict: failed
idea: row-forgotten
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    units = second.weight.T
    if first.bias is not None:
        units = torch.cat([units, first.bias[:, None]], dim=1)
    return len(units.unique(dim=0)) < len(units)
