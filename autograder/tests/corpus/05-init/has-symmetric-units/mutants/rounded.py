"""Rounded before they are compared.

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
    units = torch.cat(parts, dim=1)
    return len({tuple(round(v, 4) for v in unit) for unit in units.tolist()}) < len(units)
