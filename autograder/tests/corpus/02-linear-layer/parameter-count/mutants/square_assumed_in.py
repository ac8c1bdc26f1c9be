"""The weight is taken to be square in in_features.

verdict: failed
idea: square-assumed
"""


def linear_parameter_count(in_features, out_features, bias=True):
    count = in_features**2
    if bias:
        count += out_features
    return count
