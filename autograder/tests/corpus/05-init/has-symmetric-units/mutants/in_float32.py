"""Compared in float32: in float64 what differs late looks equal.

verdict: failed
idea: close-for-equal
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1).float()
    return len(units.unique(dim=0)) < len(units)
