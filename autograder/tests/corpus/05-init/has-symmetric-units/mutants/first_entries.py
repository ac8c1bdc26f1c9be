"""Only the first entry of row and column is looked at.

verdict: failed
idea: any-entry
"""


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    for i in range(first.out_features):
        for j in range(i):
            if (
                first.weight[i, 0] == first.weight[j, 0]
                and (first.bias is None or first.bias[i] == first.bias[j])
                and second.weight[0, i] == second.weight[0, j]
            ):
                return True
    return False
