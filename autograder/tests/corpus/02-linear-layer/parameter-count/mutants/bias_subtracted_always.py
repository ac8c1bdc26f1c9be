"""The bias is taken off whatever the flag says.

verdict: failed
idea: bias-subtracted
"""


def linear_parameter_count(in_features, out_features, bias=True):
    weight = in_features * out_features
    return weight - out_features
