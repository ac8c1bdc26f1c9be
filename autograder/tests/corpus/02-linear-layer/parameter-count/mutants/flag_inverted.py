"""The two branches are exchanged.

verdict: failed
idea: flag-inverted
"""


def linear_parameter_count(in_features, out_features, bias=True):
    if bias:
        return in_features * out_features
    else:
        return in_features * out_features + out_features
