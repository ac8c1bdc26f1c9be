"""No inputs: None, for want of an else.

verdict: failed
idea: zero-forgotten
"""


def default_bound(in_features):
    if in_features > 0:
        return in_features**-0.5
