"""The second layer's bias has to be constant.

verdict: failed
idea: outputs-compared
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    if second.bias is not None and len(second.bias.unique()) > 1:
        return False
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    return len(units.unique(dim=0)) < len(units)
