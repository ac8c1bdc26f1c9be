"""Something small is added against the division by zero, and it shows.

verdict: failed
idea: off-by-one
"""


def default_bound(in_features):
    return 1 / (in_features + 0.1) ** 0.5 if in_features else 0.0
