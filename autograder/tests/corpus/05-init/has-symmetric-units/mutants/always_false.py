"""Always False: the tensors are compared by where they are.

verdict: failed
idea: always-false
"""


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    units = [(first.weight[i], second.weight[:, i]) for i in range(first.out_features)]
    return len(set(units)) < len(units)
