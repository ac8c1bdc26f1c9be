"""No inputs: not a number.

verdict: failed
idea: zero-forgotten
"""


def default_bound(in_features):
    return in_features**-0.5 if in_features else float("nan")
