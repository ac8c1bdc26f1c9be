"""Floor division: 0 for all but one input.

verdict: failed
idea: root-rounded
"""


def default_bound(in_features):
    return 1 // in_features**0.5 if in_features else 0.0
