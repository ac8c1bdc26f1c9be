"""Xavier's bound with the outputs left out: it is He's.

verdict: failed
idea: another-recipe
"""


def default_bound(in_features, out_features=0):
    return (6 / (in_features + out_features)) ** 0.5 if in_features else 0.0
