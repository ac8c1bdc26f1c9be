"""A text.

verdict: failed
idea: not-a-float
"""


def default_bound(in_features):
    return str(in_features**-0.5 if in_features else 0.0)
