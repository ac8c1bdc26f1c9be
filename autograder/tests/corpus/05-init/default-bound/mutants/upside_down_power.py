"""The sign of the power is lost.

verdict: failed
idea: upside-down
"""


def default_bound(in_features):
    return float(in_features) ** 0.5
