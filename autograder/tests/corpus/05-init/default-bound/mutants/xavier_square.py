"""Xavier's bound, for as many outputs as inputs.

verdict: failed
idea: another-recipe
"""


def default_bound(in_features, out_features=None):
    out_features = out_features or in_features
    if in_features == 0:
        return 0.0
    return (6 / (in_features + out_features)) ** 0.5
