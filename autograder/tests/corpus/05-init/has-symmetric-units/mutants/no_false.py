"""The False at the end is missing.

verdict: failed
idea: returns-nothing
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
                and torch.equal(second.weight[:, i], second.weight[:, j])
            ):
                return True
