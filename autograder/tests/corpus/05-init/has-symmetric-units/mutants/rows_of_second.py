"""Rows of the second layer's weight are taken for a unit's outgoing numbers.

verdict: failed
idea: rows-of-second
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    for i in range(first.out_features):
        for j in range(i):
            if (
                torch.equal(first.weight[i], first.weight[j])
                and (first.bias is None or first.bias[i] == first.bias[j])
                and torch.equal(second.weight[i], second.weight[j])
            ):
                return True
    return False
