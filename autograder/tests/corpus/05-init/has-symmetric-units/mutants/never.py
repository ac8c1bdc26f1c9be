"""False, for want of anything better.

verdict: failed
idea: always-false
"""


def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    return False
