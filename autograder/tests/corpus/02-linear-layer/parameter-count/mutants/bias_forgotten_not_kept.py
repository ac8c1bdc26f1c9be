"""The bias is added to a sum that is not kept.

verdict: failed
idea: bias-forgotten
"""


def linear_parameter_count(in_features, out_features, bias=True):
    count = in_features * out_features
    if bias:
        count + out_features
    return count
