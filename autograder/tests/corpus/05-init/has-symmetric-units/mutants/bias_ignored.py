"""Rows and columns.

verdict: failed
idea: bias-ignored
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    units = torch.cat([first.weight, second.weight.T], dim=1)
    return len(units.unique(dim=0)) < len(units)
