"""As many units as both layers have.

verdict: partly
idea: misfit-accepted
"""

import torch


def has_symmetric_units(first, second):
    n = min(first.out_features, second.in_features)
    parts = [first.weight[:n], second.weight.T[:n]]
    if first.bias is not None:
        parts.append(first.bias[:n, None])
    units = torch.cat(parts, dim=1)
    return len(units.unique(dim=0)) < len(units)
