"""The root is rounded.

verdict: failed
idea: root-rounded
"""


def default_bound(in_features):
    return 1 / round(in_features**0.5) if in_features else 0.0
