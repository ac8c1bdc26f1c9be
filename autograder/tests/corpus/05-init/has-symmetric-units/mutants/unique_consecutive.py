"""unique_consecutive, which finds neighbours only.

verdict: failed
idea: adjacent-only
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    return len(torch.unique_consecutive(units, dim=0)) < len(units)
