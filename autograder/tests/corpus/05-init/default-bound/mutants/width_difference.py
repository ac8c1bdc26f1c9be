"""Upper minus lower.

verdict: failed
idea: width-for-bound
"""


def default_bound(in_features):
    if in_features == 0:
        return 0.0
    upper, lower = in_features**-0.5, -(in_features**-0.5)
    return upper - lower
