"""One of the three is enough.

verdict: failed
idea: any-for-all
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    for i in range(first.out_features):
        for j in range(i):
            if (
                torch.equal(first.weight[i], first.weight[j])
                or (first.bias is not None and first.bias[i] == first.bias[j])
                or torch.equal(second.weight[:, i], second.weight[:, j])
            ):
                return True
    return False
