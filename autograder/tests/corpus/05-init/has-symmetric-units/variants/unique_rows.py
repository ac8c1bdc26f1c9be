"""All that belongs to a unit in one row, and how many rows are different.

verdict: passed
"""

import torch


@torch.no_grad()
def has_symmetric_units(first, second):
    if len(first.weight) != second.weight.shape[1]:
        raise ValueError(f"{len(first.weight)} units, and {second.weight.shape[1]} expected")
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias.unsqueeze(1))
    units = torch.cat(parts, dim=1)
    return len(torch.unique(units, dim=0)) < len(units)
