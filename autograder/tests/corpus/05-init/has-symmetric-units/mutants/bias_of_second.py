"""The bias of the second layer, which belongs to its outputs, is looked at; the first's is not.

verdict: failed
idea: bias-ignored
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    for i in range(first.out_features):
        for j in range(i):
            if torch.equal(first.weight[i], first.weight[j]) and torch.equal(
                second.weight[:, i], second.weight[:, j]
            ):
                return True
    return False
