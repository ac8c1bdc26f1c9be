"""A tensor is asked whether it is true.

verdict: error
idea: bias-none-forgotten
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight, second.weight.T]
    if first.bias:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    return len(units.unique(dim=0)) < len(units)
