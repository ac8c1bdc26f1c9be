"""The bound is squared on the way.

verdict: failed
idea: root-forgotten
"""


def default_bound(in_features):
    if in_features == 0:
        return 0.0
    bound = in_features**-0.5
    return bound * bound
