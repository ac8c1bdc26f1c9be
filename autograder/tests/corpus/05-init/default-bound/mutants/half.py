"""Half the bound, as for a range that is as wide as the bound.

verdict: failed
idea: width-for-bound
"""


def default_bound(in_features):
    return 0.5 / in_features**0.5 if in_features else 0.0
