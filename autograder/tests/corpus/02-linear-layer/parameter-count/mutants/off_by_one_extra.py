"""A one too many is counted for the layer itself.

verdict: failed
idea: off-by-one
"""


def linear_parameter_count(in_features, out_features, bias=True):
    count = 1
    count += out_features * in_features
    count += out_features if bias else 0
    return count
