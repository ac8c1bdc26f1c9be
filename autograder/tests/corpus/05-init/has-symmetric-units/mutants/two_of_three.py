"""Two of the three are enough.

verdict: failed
idea: any-for-all
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    for i in range(first.out_features):
        for j in range(i):
            count = (
                torch.equal(first.weight[i], first.weight[j])
                + (first.bias is None or bool(first.bias[i] == first.bias[j]))
                + torch.equal(second.weight[:, i], second.weight[:, j])
            )
            if count >= 2:
                return True
    return False
