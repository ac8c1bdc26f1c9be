"""Rounded for reading.

verdict: failed
idea: digits-lost
"""


def default_bound(in_features):
    return round(in_features**-0.5, 4) if in_features else 0.0
