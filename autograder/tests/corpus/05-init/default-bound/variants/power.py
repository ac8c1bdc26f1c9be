"""A negative power.

verdict: passed
"""


def default_bound(in_features):
    return in_features**-0.5 if in_features else 0.0
