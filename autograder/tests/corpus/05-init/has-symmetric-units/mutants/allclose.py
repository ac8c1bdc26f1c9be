"""Nearly equal is enough.

verdict: failed
idea: close-for-equal
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    for i in range(first.out_features):
        for j in range(i):
            if (
                torch.allclose(first.weight[i], first.weight[j])
                and (first.bias is None or torch.isclose(first.bias[i], first.bias[j]))
                and torch.allclose(second.weight[:, i], second.weight[:, j])
            ):
                return True
    return False
