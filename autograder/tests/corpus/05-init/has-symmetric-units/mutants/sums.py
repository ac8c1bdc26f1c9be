"""Sums of rows and columns.

verdict: failed
idea: sums-compared
"""


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    rows, columns = first.weight.sort(1)[0].sum(1), second.weight.sort(0)[0].sum(0)
    for i in range(first.out_features):
        for j in range(i):
            biases = first.bias is None or first.bias[i] == first.bias[j]
            if rows[i] == rows[j] and columns[i] == columns[j] and biases:
                return True
    return False
