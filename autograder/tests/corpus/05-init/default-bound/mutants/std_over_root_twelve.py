"""Width over the root of twelve, which is the standard deviation.

verdict: failed
idea: std-for-bound
"""


def default_bound(in_features):
    width = 2 / in_features**0.5 if in_features else 0.0
    return width / 12**0.5
