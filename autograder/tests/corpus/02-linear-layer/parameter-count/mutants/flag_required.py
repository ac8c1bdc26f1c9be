"""The flag has no default, so the call with two sizes raises.

verdict: error
idea: flag-required
"""


def linear_parameter_count(in_features, out_features, bias):
    return in_features * out_features + (out_features if bias else 0)
