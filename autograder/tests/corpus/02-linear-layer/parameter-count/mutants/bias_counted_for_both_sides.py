"""Inputs and outputs are both given a bias.

verdict: failed
idea: bias-counted-on-both-sides
"""


def linear_parameter_count(in_features, out_features, bias=True):
    count = in_features * out_features
    if bias:
        count += in_features + out_features
    return count
