"""Signs are ignored.

verdict: failed
idea: signs-ignored
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1).abs()
    return len(units.unique(dim=0)) < len(units)
