"""The same in a loop.

verdict: failed
idea: adjacent-only
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    for i in range(first.out_features - 1):
        if (
            torch.equal(first.weight[i], first.weight[i + 1])
            and (first.bias is None or first.bias[i] == first.bias[i + 1])
            and torch.equal(second.weight[:, i], second.weight[:, i + 1])
        ):
            return True
    return False
