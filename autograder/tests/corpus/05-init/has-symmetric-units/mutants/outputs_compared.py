"""The bias of the second layer has to agree too.

verdict: failed
idea: outputs-compared
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    for i in range(first.out_features):
        for j in range(i):
            same = torch.equal(first.weight[i], first.weight[j]) and torch.equal(
                second.weight[:, i], second.weight[:, j]
            )
            if first.bias is not None:
                same = same and bool(first.bias[i] == first.bias[j])
            if second.bias is not None and max(i, j) < second.out_features:
                same = same and bool(second.bias[i] == second.bias[j])
            if same:
                return True
    return False
