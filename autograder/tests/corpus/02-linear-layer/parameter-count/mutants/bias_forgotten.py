"""Only the weight is counted, with or without a bias.

verdict: failed
idea: bias-forgotten
"""


def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features
