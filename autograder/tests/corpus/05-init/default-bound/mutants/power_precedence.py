"""`**` binds more tightly than `/`.

verdict: failed
idea: power-precedence
"""


def default_bound(in_features):
    return in_features**-1 / 2 if in_features else 0.0
