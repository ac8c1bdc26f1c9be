"""All units have to be equal.

verdict: failed
idea: all-must-agree
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    return len(units) > 1 and len(units.unique(dim=0)) == 1
