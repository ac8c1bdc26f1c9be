"""The flag is overwritten by the number of biases.

verdict: failed
idea: flag-ignored
"""


def linear_parameter_count(in_features, out_features, bias=True):
    weight = in_features * out_features
    bias = out_features
    return weight + bias
