"""Layers that do not fit have no symmetric units.

verdict: partly
idea: misfit-accepted
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        return False
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    return len(units.unique(dim=0)) < len(units)
