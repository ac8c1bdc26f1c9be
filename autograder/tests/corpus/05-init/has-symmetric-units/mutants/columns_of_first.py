"""Columns of the first layer's weight and rows of the second's: transposed throughout.

verdict: error
idea: columns-of-first
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight.T, second.weight]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    return len(units.unique(dim=0)) < len(units)
