"""A float comes back, from a factor 1.0.

verdict: failed
idea: not-an-int
"""


def linear_parameter_count(in_features, out_features, bias=True):
    bias_share = 1.0 if bias else 0.0
    return in_features * out_features + bias_share * out_features
