"""The bias is counted twice.

verdict: failed
idea: bias-counted-twice
"""


def linear_parameter_count(in_features, out_features, bias=True):
    count = in_features * out_features
    if bias:
        count += 2 * out_features
    return count
