"""The bias is taken to have one entry for each input.

verdict: failed
idea: bias-counted-as-in
"""


def linear_parameter_count(in_features, out_features, bias=True):
    count = in_features * out_features
    if bias:
        count += in_features
    return count
