"""The variance of the default.

verdict: failed
idea: root-forgotten
"""


def default_bound(in_features):
    return 1 / (3 * in_features) if in_features else 0.0
