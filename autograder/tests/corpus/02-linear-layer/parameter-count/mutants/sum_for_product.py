"""The sizes of the weight are added.

verdict: failed
idea: sum-for-product
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features + out_features + (out_features if bias else 0)
