"""Rows are compared as sets of numbers.

verdict: failed
idea: sums-compared
"""


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    n = first.out_features
    rows = [sorted(row) for row in first.weight.tolist()]
    columns = [sorted(column) for column in second.weight.T.tolist()]
    biases = [0.0] * n if first.bias is None else first.bias.tolist()
    return any(
        rows[i] == rows[j] and columns[i] == columns[j] and biases[i] == biases[j]
        for i in range(n)
        for j in range(i)
    )
