"""The same, as far as there are rows.

verdict: failed
idea: rows-of-second
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    n = min(first.out_features, second.out_features)
    for i in range(n):
        for j in range(i):
            if (
                torch.equal(first.weight[i], first.weight[j])
                and (first.bias is None or first.bias[i] == first.bias[j])
                and torch.equal(second.weight[i], second.weight[j])
            ):
                return True
    return False
