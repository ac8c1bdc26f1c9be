"""There is no return for the layer without a bias.

verdict: failed
idea: returns-nothing
"""


def linear_parameter_count(in_features, out_features, bias=True):
    if bias:
        return in_features * out_features + out_features
