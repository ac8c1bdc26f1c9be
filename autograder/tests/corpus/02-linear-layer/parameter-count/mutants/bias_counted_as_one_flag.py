"""The flag itself is added, and True counts as 1.

verdict: failed
idea: bias-counted-as-one
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + bias
