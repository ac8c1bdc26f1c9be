"""The flag is off unless asked for.

verdict: failed
idea: flag-default-false
"""


def linear_parameter_count(in_features, out_features, bias=False):
    return in_features * out_features + (out_features if bias else 0)
