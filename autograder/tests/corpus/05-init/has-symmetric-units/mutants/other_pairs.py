"""Some pair of rows, some pair of biases and some pair of columns: not the same pair.

verdict: failed
idea: separate-pairs
"""


def repeated(rows):
    return len(rows.unique(dim=0)) < len(rows)


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    biases = first.bias is None or repeated(first.bias)
    return repeated(first.weight) and biases and repeated(second.weight.T)
