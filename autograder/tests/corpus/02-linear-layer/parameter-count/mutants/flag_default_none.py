"""The flag's default is None, which counts as no bias.

verdict: failed
idea: flag-default-false
"""


def linear_parameter_count(in_features, out_features, bias=None):
    count = in_features * out_features
    if bias:
        count += out_features
    return count
