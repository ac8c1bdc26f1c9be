"""Both ends of the range as a list.

verdict: failed
idea: pair-returned
"""


def default_bound(in_features):
    bound = in_features**-0.5 if in_features else 0.0
    return [-bound, +bound]
