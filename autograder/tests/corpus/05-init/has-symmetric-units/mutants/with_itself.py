"""A unit is compared with itself too.

verdict: failed
idea: always-true
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    n = first.out_features
    return any(
        torch.equal(first.weight[i], first.weight[j])
        and torch.equal(second.weight[:, i], second.weight[:, j])
        for i in range(n)
        for j in range(n)
    )
