"""Only the columns.

verdict: failed
idea: row-forgotten
"""


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    return len(second.weight.unique(dim=1).T) < second.in_features
