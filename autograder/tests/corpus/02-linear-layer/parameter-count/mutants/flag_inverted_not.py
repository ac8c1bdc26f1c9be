"""A "not" too many.

verdict: failed
idea: flag-inverted
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + out_features * (not bias)
