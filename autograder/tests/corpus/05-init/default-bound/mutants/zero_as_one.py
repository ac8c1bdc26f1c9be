"""No inputs are treated as one.

verdict: failed
idea: zero-forgotten
"""


def default_bound(in_features):
    return max(in_features, 1) ** -0.5
