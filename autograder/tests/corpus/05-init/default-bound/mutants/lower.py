"""The lower end of the range.

verdict: failed
idea: lower-end
"""


def default_bound(in_features):
    return -1 / in_features**0.5 if in_features else 0.0
