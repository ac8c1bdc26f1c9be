"""Through a text.

verdict: failed
idea: digits-lost
"""


def default_bound(in_features):
    return float(f"{in_features**-0.5:.3f}") if in_features else 0.0
