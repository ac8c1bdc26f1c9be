"""Each is compared with the last unit.

verdict: failed
idea: against-one-only
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    return bool((units[:-1] == units[-1]).all(dim=1).any())
