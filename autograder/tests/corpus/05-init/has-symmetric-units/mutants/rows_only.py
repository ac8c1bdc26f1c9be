"""Only the rows.

verdict: failed
idea: rows-only
"""


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    return len(first.weight.unique(dim=0)) < len(first.weight)
