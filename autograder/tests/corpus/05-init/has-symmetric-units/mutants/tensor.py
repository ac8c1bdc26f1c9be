"""A tensor.

verdict: failed
idea: not-a-bool
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    same = (units[:, None] == units).all(-1)
    return same.triu(1).any()
