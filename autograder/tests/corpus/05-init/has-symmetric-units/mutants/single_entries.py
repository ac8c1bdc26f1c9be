"""One equal entry in each is enough.

verdict: failed
idea: any-entry
"""


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    for i in range(first.out_features):
        for j in range(i):
            if (
                (first.weight[i] == first.weight[j]).any()
                and (first.bias is None or first.bias[i] == first.bias[j])
                and (second.weight[:, i] == second.weight[:, j]).any()
            ):
                return True
    return False
