"""What is found is mended at once.

verdict: failed
idea: layers-changed
"""

import torch


@torch.no_grad()
def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    found = len(units.unique(dim=0)) < len(units)
    if found:
        first.weight.add_(torch.randn_like(first.weight))
    return found
