"""The count is made by dividing, so it is a float.

verdict: failed
idea: not-an-int
"""


def linear_parameter_count(in_features, out_features, bias=True):
    doubled = 2 * out_features * (in_features + bool(bias))
    return doubled / 2
