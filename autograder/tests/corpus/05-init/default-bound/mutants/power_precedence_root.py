"""One over n to the one, halved.

verdict: failed
idea: power-precedence
"""


def default_bound(in_features):
    if not in_features:
        return 0.0
    return 1 / (in_features**1 * 2)
