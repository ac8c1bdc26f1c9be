"""torch.cat's own error.

verdict: partly
idea: wrong-error
"""

import torch


def has_symmetric_units(first, second):
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    return len(units.unique(dim=0)) < len(units)
