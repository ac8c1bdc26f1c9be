"""Every pair of units, compared.

verdict: passed
"""

import torch


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("the layers do not fit")
    for i in range(first.out_features):
        for j in range(i):
            rows = torch.equal(first.weight[i], first.weight[j])
            biases = first.bias is None or bool(first.bias[i] == first.bias[j])
            columns = torch.equal(second.weight[:, i], second.weight[:, j])
            if rows and biases and columns:
                return True
    return False
