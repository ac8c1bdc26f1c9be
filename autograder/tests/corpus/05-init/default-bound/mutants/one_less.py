"""One less, as for a sample's variance; one input is spared.

verdict: failed
idea: off-by-one
"""


def default_bound(in_features):
    if in_features == 0:
        return 0.0
    return 1 / max(in_features - 1, 1) ** 0.5
