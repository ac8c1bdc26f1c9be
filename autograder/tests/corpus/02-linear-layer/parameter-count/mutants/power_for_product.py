"""A second star turns the product into a power.

verdict: failed
idea: power-for-product
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features**out_features + (out_features if bias else 0)
