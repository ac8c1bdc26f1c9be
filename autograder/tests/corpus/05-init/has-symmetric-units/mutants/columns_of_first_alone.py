"""Two columns of the first weight.

verdict: failed
idea: columns-of-first
"""


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    return len(first.weight.T.unique(dim=0)) < first.in_features
