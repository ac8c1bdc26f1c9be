"""The whole width of the range.

verdict: failed
idea: width-for-bound
"""


def default_bound(in_features):
    return 2 / in_features**0.5 if in_features else 0.0
