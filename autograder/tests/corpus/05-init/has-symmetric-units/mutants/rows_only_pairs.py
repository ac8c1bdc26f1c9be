"""The same in pairs.

verdict: failed
idea: rows-only
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    w = first.weight
    return any(torch.equal(w[i], w[j]) for i in range(len(w)) for j in range(i))
