"""No inputs are refused.

verdict: error
idea: zero-forgotten
"""


def default_bound(in_features):
    if in_features < 1:
        raise ValueError("expected at least one input")
    return in_features**-0.5
