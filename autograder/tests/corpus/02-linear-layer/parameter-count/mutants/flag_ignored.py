"""The bias is always counted.

verdict: failed
idea: flag-ignored
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + out_features
